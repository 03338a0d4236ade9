#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

const std::string kPage = "content/pages/about.md";

using Files = std::initializer_list<TestSite::File>;

std::string public_view(Files files) {
  TestSite site(files);
  CHECK(site.diagnostics() == "");
  return dump(site.clear("public"));
}

TEST_CASE("Withheld documents and meetings leave no trace") {
  const TestSite::File page{kPage, document("white", "Open.\n")};
  const std::string alone = public_view({page});
  CHECK(public_view({page, {"content/pages/b.md", document("amber", "Closed.\n")}}) == alone);
  CHECK(public_view({page,
                     {kMeeting, meeting_toml("1", "amber")},
                     {kMinutes, document("red", "Closed.\n")}}) == alone);
}

TEST_CASE("Withheld portions leave no trace") {
  const auto view = [](std::string_view secret) {
    return public_view(
        {{kPage, document("white", "Before.\n\n" + std::string(secret) + "After.\n")}});
  };
  CHECK(view("(AMBER) One.\n\n") == view(""));
  CHECK(view("(AMBER) Two,\nlonger.\n\n") == view("(AMBER) One.\n\n"));
}

TEST_CASE("A withheld meeting's code leaves no trace in minutes that it adopted") {
  const auto view = [](std::string_view code) {
    return public_view({{kMeeting, meeting_toml()},
                        {kMinutes, "+++\nclassification = \"white\"\nadopted = \"" +
                                       std::string(code) + "\"\n+++\n"},
                        {"content/meetings/n/meeting.toml", meeting_toml(code, "amber")}});
  };
  CHECK(view("42") == view("43"));
}

TEST_CASE("Withheld tables and names leave no trace") {
  const auto view = [](std::string_view more) {
    return public_view({{kMeeting, meeting_toml() + std::string(more)}});
  };
  const std::string none = view("");
  CHECK(view("[[next]]\nclassification = \"amber\"\nkind = \"x\"\n") == none);
  CHECK(view("[[next]]\nclassification = \"amber\"\n[[next]]\nclassification = \"red\"\n") == none);
  CHECK(view("[[attendance]]\norganisation = \"DCC\"\nname = \"Person Alpha\"\n") ==
        view("[[attendance]]\norganisation = \"DCC\"\nname = \"Person Beta\"\nalternate_for = "
             "\"Person Gamma\"\n"));
}

TEST_CASE("Attendance for withheld agenda items leaves no trace of them") {
  const auto view = [](std::string_view secret) {
    return public_view(
        {{kMeeting, meeting_toml() + "[[attendance]]\norganisation = \"DCC\"\nitems = [\"6\"]\n"},
         {kMinutes, document("white", "## 1. One\n\n" + std::string(secret))}});
  };
  CHECK(view("## 6. Six (AMBER)\n\nClosed.\n") == view(""));
  CHECK(view("## 7. Seven (AMBER)\n") == view(""));
}

TEST_CASE("Withheld entries of public files leave no trace") {
  const auto view = [](std::string_view parties, std::string_view glossary) {
    return public_view({{"content/parties.toml", std::string(parties)},
                        {"content/glossary.toml", std::string(glossary)}});
  };
  CHECK(view("[[party]]\nname = \"Supplier X\"\nclassification = \"amber\"\n", "") == view("", ""));
  CHECK(view("", "[terms]\nclassification = \"amber\"\nSX = \"Supplier X\"\n") == view("", ""));
}

}  // namespace
}  // namespace opsg::restricted::testing
