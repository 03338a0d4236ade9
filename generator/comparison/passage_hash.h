#pragma once

#include <string>

#include "passage.h"

namespace opsg::comparison {

/// What an approval names: the SHA-256, in hexadecimal, of document, item, kind, text, links and
/// the file's digest, each preceded by its length, so that no two passages read alike. Address and
/// titles are not part of it: what is said, and where in the records, is what was approved.
std::string passage_hash(const Passage& passage);

/// The same without document and item: what a passage says wherever it stands.
std::string content_hash(const Passage& passage);

}  // namespace opsg::comparison
