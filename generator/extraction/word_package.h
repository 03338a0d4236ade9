#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostic.h"
#include "extract_document.h"

namespace opsg::extraction {

/// The XML parts of a Word file by their names in its archive ("word/document.xml"). What else is
/// in it, such as pictures, is never unpacked.
using WordParts = std::map<std::string, std::string, std::less<>>;

/// Unpacks the parts, as far as their true sizes keep to the limits: an archive may promise less.
std::optional<WordParts> unpack_word(std::string_view archive, const SourcePath& name,
                                     const ExtractionLimits& limits, Diagnostics& diagnostics);

/// An archive with these parts and nothing else. Nothing where memory is short.
std::optional<std::string> pack_word(const WordParts& parts);

/// The name of the part that is the document itself; empty where the package has none.
std::string main_part(const WordParts& parts);

/// The names of the parts that the main part relates to in this way ("header", "comments").
std::vector<std::string> related_parts(const WordParts& parts, std::string_view main,
                                       std::string_view relation);

}  // namespace opsg::extraction
