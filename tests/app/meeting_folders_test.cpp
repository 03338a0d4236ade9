#include "meeting_folders.h"

#include "catch2.h"
#include "file_system.h"
#include "temp_folder.h"

namespace opsg::app {
namespace {

using opsg::testing::TempFolder;

void write_facts(const TempFolder& folder, const std::string& slug, const std::string& facts) {
  std::filesystem::create_directories(folder / slug);
  REQUIRE(write_file(folder / slug / "meeting.toml", facts));
}

TEST_CASE("A meeting's folder is found by every spelling of its code, labelled or not") {
  const TempFolder folder;
  write_facts(folder, "winter",
              "classification = \"\"\ncode = \"OPSG 41\"\nalso = [\"41_2501\"]\n");
  write_facts(folder, "broken", "code = \"42_2102\"\n[");
  REQUIRE(write_file(folder / "notes.txt", "code = \"43_2103\"\n"));
  const restricted::MeetingCodes found = meeting_folders(folder.path());
  REQUIRE(found.find_slug("opsg_41"));
  CHECK(*found.find_slug("opsg_41") == "winter");
  CHECK(found.find_slug("41_2501"));
  CHECK_FALSE(found.find_slug("42_2102"));
  CHECK_FALSE(found.find_slug("43_2103"));
}

TEST_CASE("Of two folders of one meeting the first is taken, and of no folder none") {
  const TempFolder folder;
  write_facts(folder, "b", "code = \"41_2501\"\n");
  write_facts(folder, "a", "code = \"41_2501\"\n");
  CHECK(*meeting_folders(folder.path()).find_slug("41_2501") == "a");
  CHECK_FALSE(meeting_folders(folder / "none").find_slug("41_2501"));
}

}  // namespace
}  // namespace opsg::app
