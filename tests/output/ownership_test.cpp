#include "ownership.h"

#include <sys/stat.h>

#include <filesystem>

#include "catch2.h"
#include "output_test_support.h"

namespace opsg::output {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::files_in;
using testing::kNew;
using testing::kOld;
using testing::OutputSite;

/// Publishing is refused, and leaves the folder as it was.
std::string refusal_to_replace(const OutputSite& site, std::string audience = "public") {
  const Files before = files_in(site.folder());
  const std::string error = site.error_of_publishing(kNew, std::move(audience));
  CHECK(files_in(site.folder()) == before);
  return error;
}

TEST_CASE("an empty folder may be taken") {
  const OutputSite site;
  fs::create_directory(site.folder());
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
}

TEST_CASE("a folder that the program did not write is refused and nothing is made beside it") {
  const OutputSite site;
  testing::write(site.folder() / "thesis.docx", "years of work");
  CHECK(
      refusal_to_replace(site) ==
      "refused: will not replace SITE/public: it holds thesis.docx, which opsg-site did not write");
  CHECK_FALSE(fs::exists(site.standby()));
}

TEST_CASE("a folder with a file that the program did not write is refused") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  testing::write(site.folder() / "a/notes.txt", "mine");
  testing::write(site.folder() / "z.txt", "mine");
  CHECK(
      refusal_to_replace(site) ==
      "refused: will not replace SITE/public: it holds a/notes.txt, which opsg-site did not write");
}

TEST_CASE("the signature of an earlier release is ours, and goes with it") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  testing::write(site.folder() / ".opsg-site-manifest.minisig", "signed");
  REQUIRE(site.publish(kNew));
  CHECK(files_in(site.folder()) == kNew);
}

TEST_CASE("folders, links and pipes count as written by somebody else too") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  const std::string head = "refused: will not replace SITE/public: it holds ";
  SECTION("an empty folder") {
    fs::create_directory(site.folder() / "empty");
    CHECK(refusal_to_replace(site) == head + "empty/, which opsg-site did not write");
  }
  SECTION("a folder where a file was") {
    fs::remove(site.folder() / "index.html");
    fs::create_directory(site.folder() / "index.html");
    CHECK(refusal_to_replace(site) == head + "index.html/, which opsg-site did not write");
  }
  SECTION("a symbolic link") {
    fs::create_directory_symlink("/etc", site.folder() / "etc");
    CHECK(refusal_to_replace(site) == head + "etc, which opsg-site did not write");
  }
  SECTION("a pipe") {
    REQUIRE(::mkfifo((site.folder() / "pipe").c_str(), 0600) == 0);
    CHECK(refusal_to_replace(site) == head + "pipe, which opsg-site did not write");
  }
}

TEST_CASE("a site that lost its manifest, or whose manifest is damaged, is not ours") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  SECTION("lost") {
    fs::remove(site.folder() / kManifestName);
    CHECK(refusal_to_replace(site) ==
          "refused: will not replace SITE/public: it holds a/index.html, which "
          "opsg-site did not write");
  }
  SECTION("damaged") {
    testing::write(site.folder() / kManifestName, "# opsg-site manifest 1\n");
    CHECK(refusal_to_replace(site) ==
          "refused: will not replace SITE/public: its .opsg-site-manifest is damaged");
  }
}

TEST_CASE("a file of ours that was edited or removed by hand is made anew") {
  const OutputSite site;
  REQUIRE(site.publish(kOld));
  testing::write(site.folder() / "index.html", "edited");
  fs::remove(site.folder() / "a/index.html");
  REQUIRE(site.publish(kOld));
  CHECK(files_in(site.folder()) == kOld);
}

TEST_CASE("the folder of one audience is refused for another's") {
  const OutputSite site;
  REQUIRE(site.publish(kOld, "members"));
  CHECK(refusal_to_replace(site, "public") ==
        "refused: will not replace SITE/public: it holds the site of the audience `members`, and "
        "this one is for `public`");
  CHECK(site.publish(kNew, "members"));
}

TEST_CASE("a target is checked without touching anything") {
  const OutputSite site;
  CHECK(check_target(site.target(), "public"));
  CHECK_FALSE(fs::exists(site.folder()));
  CHECK_FALSE(fs::exists(site.standby()));
  REQUIRE(site.publish(kOld));
  CHECK(check_target(site.target(), "public"));
  CHECK(check_target(site.target(), "members").error().kind == OutputErrorKind::refused);
}

}  // namespace
}  // namespace opsg::output
