#include "publish_journal.h"

#include <string>

#include "catch2.h"

namespace opsg::publishing {
namespace {

const PublishJournal kJournal = {
    std::string(32, 'a'), 1'700'000'000, 3, "public", {{"a/index.html", false}, {"b c.pdf", true}}};

TEST_CASE("a journal says who began what, and whose files are there") {
  CHECK(format_journal(kJournal) ==
        "# opsg-site publishing 1\n# token: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"
        "# started: 1700000000\n# run: 3\n# audience: public\n# files: 2\n"
        "= a/index.html\n? b c.pdf\n");
}

TEST_CASE("a journal is read back, but not where it was cut off or written by another hand") {
  const std::string text = format_journal(kJournal);
  const auto read = parse_journal(text);
  REQUIRE(read);
  CHECK(format_journal(*read) == text);
  CHECK(read->find("b c.pdf")->at_stake);
  CHECK_FALSE(read->find("a/index.html")->at_stake);
  CHECK(read->find("a") == nullptr);
  CHECK(read->has_folder("a"));
  CHECK_FALSE(read->has_folder("b"));
  for (std::size_t length = 0; length < text.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(parse_journal(text.substr(0, length)));
  }
  CHECK_FALSE(parse_journal(text + "= c\n"));
  std::string other = text;
  other.replace(other.find("# run: 3"), 8, "# run: x");
  CHECK_FALSE(parse_journal(other));
  other.replace(other.find("# run: x"), 8, "# run: 18446744073709551615");
  CHECK_FALSE(parse_journal(other));
}

TEST_CASE("entries of two journals are joined: what is at stake in one is at stake") {
  const auto joined = join_entries({{"a", false}, {"b", true}, {"c", false}},
                                   {{"b", false}, {"c", true}, {"d", false}});
  REQUIRE(joined.size() == 4);
  CHECK(joined[0].path == "a");
  CHECK_FALSE(joined[0].at_stake);
  CHECK(joined[1].at_stake);
  CHECK(joined[2].at_stake);
  CHECK(joined[3].path == "d");
  CHECK(join_entries({}, {}).empty());
}

TEST_CASE("tokens are random") {
  CHECK(random_token().size() == 32);
  CHECK(random_token() != random_token());
}

}  // namespace
}  // namespace opsg::publishing
