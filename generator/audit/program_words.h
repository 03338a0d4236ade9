#pragma once

#include <string_view>

namespace opsg::audit {

/// Words that opsg-site itself writes into pages, feeds and data files, apart from its themes: in a
/// withheld passage they prove nothing. A word that is missing here can cost a false alarm where it
/// is all that a withheld block says. In alphabetical order; program_words_test says what is
/// missing.
std::string_view program_words();

}  // namespace opsg::audit
