#pragma once

#include <string>
#include <string_view>

#include "word_package.h"

namespace opsg::extraction::testing {

/// A Word file with this XML in its body. `more` are further parts, or others in place of the
/// usual.
std::string word_file(std::string_view body, const WordParts& more = {});

/// A paragraph, in this style where one is given.
std::string paragraph(std::string_view text, std::string_view style = {});

/// The root element of a part, with the namespaces that its content needs.
std::string word_part(std::string_view element, std::string_view content);

/// The relationships of the main part, each "type target".
std::string word_relations(const std::vector<std::pair<std::string, std::string>>& relations);

}  // namespace opsg::extraction::testing
