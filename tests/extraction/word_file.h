#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "word_package.h"

namespace opsg::extraction::testing {

/// A Word file with this XML in its body. `more` are further parts, or others in place of the
/// usual.
std::string word_file(std::string_view body, const WordParts& more = {});

/// A paragraph, in this style where one is given.
std::string paragraph(std::string_view text, std::string_view style = {});

/// A run of text with these properties.
std::string run(std::string_view text, std::string_view properties = {});

/// Tables; `content` are paragraphs.
std::string cell(std::string_view content, std::string_view properties = {});
std::string row(std::initializer_list<std::string> cells, std::string_view properties = {});
std::string table(int columns, std::initializer_list<std::string> rows);

/// What is read out of a Word file with this body. Checks that nothing is found.
std::string text_of_word(const std::string& body);

/// The root element of a part, with the namespaces that its content needs.
std::string word_part(std::string_view element, std::string_view content);

/// The relationships of the main part, each "type target".
std::string word_relations(const std::vector<std::pair<std::string, std::string>>& relations);

/// The relationships and the parts of a file with this header.
WordParts with_header(std::string_view paragraphs);

}  // namespace opsg::extraction::testing
