// What an import quotes of a document's level is found wherever a person's editing leaves it.

#include "said_comments.h"

#include <fmt/format.h>

#include "catch2.h"

namespace opsg {
namespace {

/// "line:text" for each.
std::vector<std::string> read(std::string_view file) {
  std::vector<std::string> found;
  for (const SaidComment& comment : read_said_comments(file)) {
    found.push_back(fmt::format("{}:{}", comment.line, comment.text()));
  }
  return found;
}

using Found = std::vector<std::string>;

TEST_CASE("Comments that quote a document are read with the comments right below them") {
  CHECK(read("# The document says: This\n# is Amber.\n# It also says: RED\ncode = \"41\"\n") ==
        Found{"1:The document says: This is Amber.", "3:It also says: RED"});
  CHECK(read("  ## the DOCUMENT says:\r\n#\r\n#Amber  \r\n") ==
        Found{"1:the DOCUMENT says: Amber"});
  CHECK(read("# The document says that it is Amber\n# It also says RED\n") ==
        Found{"1:The document says that it is Amber", "2:It also says RED"});
  CHECK(read("# Once Amber.\nkey = 1 # The document says: Amber\n").empty());
  CHECK(read("# It also says: RED\n\n# By the chair.\n") == Found{"1:It also says: RED"});
}

TEST_CASE("Of a document only the front matter has comments") {
  const std::string front = "+++\n# It also says: RED\ntext = '''\n +++\n'''\n# It also says: A\n";
  CHECK(read(front + "+++ \n# It also says: BLUE\n") ==
        Found{"2:It also says: RED", "6:It also says: A"});
  CHECK(read("\xEF\xBB\xBF" + front + "+++\n# The document says: BLUE\n").size() == 2);
  CHECK(read("# It also says: RED\n+++\n# It also says: BLUE\n").size() == 2);
}

TEST_CASE("A comment quotes another one where whole lines of it are the other's text") {
  const auto quotes = [](std::string_view there, std::string_view imported) {
    return read_said_comments(there).front().quotes(read_said_comments(imported).front());
  };
  CHECK(quotes("# It also says:\n# RED\n", "# It also says: RED\n"));
  CHECK(quotes("# It also says: RED\n# Seen by the chair.\n", "# It also says: RED\n"));
  CHECK_FALSE(quotes("# It also says: RED list\n", "# It also says: RED\n"));
  CHECK_FALSE(quotes("# It also says: RED\n", "# It also says: RED list\n"));
  CHECK_FALSE(quotes("# The document says: RED\n", "# It also says: RED\n"));
}

TEST_CASE("A comment's length is that of its first line") {
  CHECK(read_said_comments("  # It also says: RED  \n# more\n").front().length == 21);
}

}  // namespace
}  // namespace opsg
