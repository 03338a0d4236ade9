#include "import_target.h"

#include "catch2.h"
#include "file_system.h"
#include "line_diff.h"
#include "temp_folder.h"

namespace opsg::app {
namespace {

const std::string kFacts = "# The document says: White\nclassification = \"\"\ncode = \"41\"\n";
const std::string kMinutes =
    "+++\n# White\nclassification = \"\"\nstatus = \"final\"\n+++\n\n## 1. A\n";

ImportBundle bundle() {
  ImportBundle bundle;
  bundle.slug = "2021-01-25-com-41";
  bundle.files = {{"meeting.toml", kFacts}, {"minutes.md", kMinutes}};
  return bundle;
}

std::vector<FileState> states(const ImportTarget& target) {
  std::vector<FileState> states;
  for (const TargetFile& file : target.files) states.push_back(file.state);
  return states;
}

using States = std::vector<FileState>;

TEST_CASE("A label and its comment are all that may differ in a file that nobody has edited") {
  CHECK(same_but_label(kMinutes, kMinutes));
  CHECK(same_but_label(kMinutes,
                       "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n## 1. A\n"));
  CHECK(same_but_label(kFacts, "classification = \"white\"\r\ncode = \"41\""));
  CHECK_FALSE(same_but_label(kFacts, "classification = \"white\"\ncode = \"42\"\n"));
  CHECK_FALSE(same_but_label(kMinutes, kMinutes + "# A remark\n"));
  CHECK_FALSE(same_but_label(kMinutes, kMinutes + "classification of risks\n"));
  CHECK_FALSE(
      same_but_label(kMinutes, "+++\nclassification = \"\"\nstatus = \"draft\"\n+++\n\n## 1. A\n"));
}

TEST_CASE("A file whose document carries another banner now is not unchanged") {
  const auto state = [](const std::string& comment) {
    const opsg::testing::TempFolder folder;
    const std::string label = "\nclassification = \"\"\ncode = \"41\"\n";
    ImportBundle red;
    red.slug = "2021-01-25-com-41";
    red.files = {{"meeting.toml", "# The document says: RED\n# only." + label}};
    std::filesystem::create_directories(folder / red.slug);
    REQUIRE(write_file(folder / red.slug / "meeting.toml", comment + label));
    return find_target(folder.path(), red)->files.front().state;
  };
  CHECK(state("# The document says: White") == FileState::edited);
  CHECK(state("# The document says:\n# RED only.\n# It also says: AMBER") == FileState::unchanged);
  CHECK(state("# The document says: RED\n# only.\n# Checked by the chair.") ==
        FileState::unchanged);
  CHECK(state("# The document says nothing of its classification.") == FileState::edited);
  CHECK(state("# Labelled by the chair.") == FileState::unchanged);
  CHECK(state("# The document says: RED\n# only, once.") == FileState::edited);
  CHECK(state("# the document SAYS: White") == FileState::edited);
}

TEST_CASE("What a document says is in its record's front matter, not in its text") {
  const opsg::testing::TempFolder folder;
  const std::string text =
      "status = \"final\"\n+++\n\n# It also says: RED\n# The document says: A\n";
  ImportBundle also;
  also.slug = "2021-01-25-com-41";
  also.files = {{"minutes.md", "+++\n# The document says: B\n# It also says: RED\n" + text}};
  std::filesystem::create_directories(folder / also.slug);
  REQUIRE(write_file(folder / also.slug / "minutes.md", "+++\n" + text));
  const auto target = find_target(folder.path(), also);
  CHECK(target->files.front().says_more);
  CHECK(target->files.front().state == FileState::unchanged);
}

TEST_CASE("What a document says and its record's comments do not is noticed") {
  const auto says_more = [](const std::string& existing) {
    const opsg::testing::TempFolder folder;
    ImportBundle also;
    also.slug = "2021-01-25-com-41";
    also.files = {{"meeting.toml", "# It also says: AMBER\n" + kFacts}};
    std::filesystem::create_directories(folder / also.slug);
    REQUIRE(write_file(folder / also.slug / "meeting.toml", existing));
    return find_target(folder.path(), also)->files.front().says_more;
  };
  CHECK(says_more(kFacts));
  CHECK_FALSE(says_more("# It also says: AMBER\n" + kFacts));
  CHECK_FALSE(says_more("# It also says:\n# AMBER\n" + kFacts));
  CHECK(says_more("# It also says: AMBERLEY\n" + kFacts));
}

TEST_CASE("What a document gives and the meeting.toml in its place lacks is known by its keys") {
  const std::string imported =
      kFacts + "place = \"York\"\nattendance = [\n  { role = \"x\" },\n]\n";
  using Keys = std::vector<std::string>;
  CHECK(missing_facts(kFacts, imported) == Keys{"place", "attendance"});
  CHECK(missing_facts(imported, kFacts).empty());
  CHECK(missing_facts("code = ", imported).empty());
}

TEST_CASE("A new folder is written whole and is unchanged the next time") {
  const opsg::testing::TempFolder folder;
  auto target = find_target(folder / "meetings", bundle());
  REQUIRE(target);
  CHECK(states(*target) == States{FileState::fresh, FileState::fresh});
  REQUIRE(write_target(*target));
  CHECK(read_file(target->folder / "minutes.md", 1000) == kMinutes);
  target = find_target(folder / "meetings", bundle());
  REQUIRE(target);
  CHECK(states(*target) == States{FileState::unchanged, FileState::unchanged});
  const std::filesystem::directory_iterator meetings(folder / "meetings");
  CHECK(std::distance(begin(meetings), end(meetings)) == 1);
}

TEST_CASE("What a person has written stays, and what is missing beside it is written") {
  const opsg::testing::TempFolder folder;
  const auto meeting = folder / "meetings" / bundle().slug;
  std::filesystem::create_directories(meeting);
  REQUIRE(write_file(meeting / "meeting.toml", "code = \"42\"\n"));
  const auto target = find_target(folder / "meetings", bundle());
  REQUIRE(target);
  CHECK(states(*target) == States{FileState::edited, FileState::fresh});
  REQUIRE(write_target(*target));
  CHECK(read_file(meeting / "meeting.toml", 1000) == "code = \"42\"\n");
  CHECK(read_file(meeting / "minutes.md", 1000) == kMinutes);
}

TEST_CASE("What is no folder is not written into") {
  const opsg::testing::TempFolder folder, elsewhere;
  std::filesystem::create_directories(folder / "meetings");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder / "meetings" / bundle().slug);
  CHECK_FALSE(find_target(folder / "meetings", bundle()));
  CHECK(std::filesystem::is_empty(elsewhere.path()));
}

TEST_CASE("Where the machine refuses, nothing is left behind") {
  const opsg::testing::TempFolder folder;
  std::filesystem::create_directories(folder / "meetings");
  ImportBundle impossible = bundle();
  impossible.files.push_back({"no-such-folder/minutes.md", "x"});
  const auto target = find_target(folder / "meetings", impossible);
  REQUIRE(target);
  CHECK_FALSE(write_target(*target));
  CHECK(std::filesystem::is_empty(folder / "meetings"));
}

TEST_CASE("Differences are shown as diff -u shows them") {
  CHECK(line_diff("a\nb\nc\n", "a\nb\nc\n", "x", "y") == "");
  CHECK(line_diff("a\nb\nc\n", "a\nB\nc\nd\n", "x", "y") ==
        "--- x\n+++ y\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n c\n+d\n");
  const std::string large(20'000, '\n');
  CHECK(line_diff(large, large + "x\n", "x", "y") ==
        "--- x\n+++ y\n(too long to be compared line by line)\n");
}

}  // namespace
}  // namespace opsg::app
