#pragma once

#include <string>

#include "passage.h"

namespace opsg::comparison {

/// What an approval names: the SHA-256, in hexadecimal, of document, item with its title, entry,
/// headings, kind, text, links and the file's digest, each preceded by its length, so that no two
/// passages read alike. Address and meeting are not part of it: what is said, and where in the
/// records, is what was approved. That of a passage whose place is not known is no other passage's.
std::string passage_hash(const Passage& passage);

/// What approvals named before the place was more than an item. Nothing is approved by it.
std::string former_passage_hash(const Passage& passage);

/// What a passage says wherever it stands.
std::string content_hash(const Passage& passage);

}  // namespace opsg::comparison
