#pragma once

#include <span>
#include <string>
#include <string_view>

#include "passage.h"

namespace opsg::comparison {

/// The SHA-256, in hexadecimal, of document, item with its title, entry, headings, kind, text,
/// links and the file's digest, each preceded by its length, so that no two passages read alike.
/// Address and meeting are not part of it: what is said, and where in the records, is what counts.
/// That of a passage whose place is not known is no other passage's.
std::string passage_hash(const Passage& passage);

/// The digest of passages in their order.
std::string text_hash(std::span<const Passage* const> passages);

/// What an approval of a passage names: it holds for the passage behind the one that it stands
/// behind in the text of its item, told by its passage_hash(); empty where there is none.
std::string approved_passage_hash(const Passage& passage, std::string_view behind);

/// What an approval of a passage that only moved names: it holds for this order of its item's text,
/// which is told by its text_hash().
std::string moved_passage_hash(const Passage& passage, std::string_view new_order);

/// What approvals named before the place was more than an item. Nothing is approved by it, nor by a
/// passage_hash() alone, which they named after that.
std::string former_passage_hash(const Passage& passage);

/// What a passage says wherever it stands.
std::string content_hash(const Passage& passage);

}  // namespace opsg::comparison
