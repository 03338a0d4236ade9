#include "folder_verification.h"

#include <sys/stat.h>
#include <unistd.h>

#include <vector>

#include "catch2.h"
#include "preview_marker.h"
#include "release_folder.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;
using testing::Files;
using testing::ReleaseFolder;
using Lines = std::vector<std::string>;

const Files kReleased = {{"404.html", "nothing here"},
                         {"actions/index.html", "actions"},
                         {"data/actions.json", "[]"},
                         {"index.html", "home"}};

Lines differences(const fs::path& folder, const VerificationRequest& request = {}) {
  const auto verified = verify_folder(folder, request);
  if (!verified) return {verified.error().message};
  Lines lines;
  for (const Difference& difference : verified->differences) lines.push_back(describe(difference));
  return lines;
}

std::string digest(char digit = '0') {
  return std::string(64, digit);
}

std::string manifest_text(const std::string& lines, int count) {
  return "# opsg-site manifest 1\n# audience: public\n# files: " + std::to_string(count) + "\n" +
         lines;
}

TEST_CASE("a folder that is what its manifest says holds") {
  const ReleaseFolder release(kReleased);
  const auto verified = verify_folder(release.path());
  REQUIRE(verified);
  CHECK(verified->holds());
  CHECK(verified->equal == 4);
  CHECK(verified->manifest.audience == "public");
}

TEST_CASE("a release is verified through the link that points to it") {
  const ReleaseFolder release(kReleased);
  const testing::TempFolder place;
  fs::create_directory_symlink(release.path(), place / "current");
  CHECK(differences(place / "current").empty());
}

std::string help(const fs::path& folder) {
  const auto verified = verify_folder(folder, {});
  REQUIRE(verified);
  REQUIRE(verified->differences.size() == 1);
  return verified->differences.front().help;
}

TEST_CASE("where a folder holds sites and is none, it is told which one may be meant") {
  const testing::TempFolder place;
  CHECK(help(place.path()).empty());
  const ReleaseFolder release(kReleased);
  fs::create_directory(place / "releases");
  fs::copy(release.path(), place / "releases/0001", fs::copy_options::recursive);
  fs::copy(release.path(), place / "releases/0002", fs::copy_options::recursive);
  CHECK(help(place / "releases") ==
        "name the folder of a site in it: " + (place / "releases").string() + "/0001");
  fs::create_directory_symlink("releases/0002", place / "current");
  CHECK(help(place.path()) ==
        "name the release that is served: " + place.path().string() + "/current");
}

TEST_CASE("a repository is not what was published, and a clone's own files are to be named") {
  const testing::TempFolder bare;
  fs::create_directory(bare / "objects");
  testing::write(bare / "HEAD", "ref: refs/heads/main\n");
  CHECK(help(bare.path()) ==
        "name a clone of the repository that has the branch that was published checked out");
  const ReleaseFolder clone(kReleased);
  testing::write(clone / ".nojekyll", "");
  fs::create_directories(clone / ".git/refs");
  testing::write(clone / ".git/HEAD", "ref: refs/heads/main\n");
  CHECK(differences(clone.path()) ==
        Lines{"foreign: .git/HEAD", "foreign: .git/refs/ (an empty folder)", "foreign: .nojekyll"});
  const auto verified = verify_folder(clone.path(), {});
  for (const Difference& difference : verified->differences) {
    CHECK(difference.help ==
          "in a clone of a git target, name git's own files: --leave .git/ --leave .nojekyll");
  }
}

TEST_CASE("every difference is told: missing, changed, foreign") {
  const ReleaseFolder release(kReleased);
  fs::remove(release / "404.html");
  testing::write(release / "index.html", "Home");
  testing::write(release / "letter.txt", "mine");
  testing::write(release / "more/letter.txt", "mine");
  fs::create_directories(release / "empty/deep");
  CHECK(differences(release.path()) == Lines{"missing: 404.html", "changed: index.html",
                                             "foreign: empty/ (an empty folder)",
                                             "foreign: empty/deep/ (an empty folder)",
                                             "foreign: letter.txt", "foreign: more/letter.txt"});
}

TEST_CASE("one byte makes a difference, at the end of a long file too") {
  Files site = kReleased;
  site["long.pdf"] = std::string(200000, 'x');
  const ReleaseFolder release(site);
  CHECK(differences(release.path()).empty());
  testing::write(release / "long.pdf", std::string(199999, 'x') + "y");
  CHECK(differences(release.path()) == Lines{"changed: long.pdf"});
}

TEST_CASE("links are not followed, and pipes are not waited for") {
  const ReleaseFolder release(kReleased);
  const testing::TempFolder elsewhere;
  testing::write(elsewhere / "index.html", "home");
  testing::write(elsewhere / "actions/index.html", "actions");
  fs::remove(release / "index.html");
  fs::create_symlink(elsewhere / "index.html", release / "index.html");
  fs::remove_all(release / "actions");
  fs::create_directory_symlink(elsewhere / "actions", release / "actions");
  fs::remove(release / "404.html");
  REQUIRE(::mkfifo((release / "404.html").c_str(), 0600) == 0);
  CHECK(differences(release.path()) ==
        Lines{"missing: actions/index.html", "changed: 404.html (it is no file)",
              "changed: index.html (it is a symbolic link)", "foreign: actions"});
}

/// While this lives, root is nobody in particular: nothing is forbidden to root.
class WithoutPrivileges {
 public:
  WithoutPrivileges() : user_(::geteuid()) {
    constexpr uid_t kNobody = 65534;
    if (user_ == 0) REQUIRE(::seteuid(kNobody) == 0);
  }
  WithoutPrivileges(const WithoutPrivileges&) = delete;
  WithoutPrivileges& operator=(const WithoutPrivileges&) = delete;
  ~WithoutPrivileges() { static_cast<void>(::seteuid(user_)); }

 private:
  uid_t user_;
};

TEST_CASE("a file that cannot be read is told, and the others are judged") {
  const ReleaseFolder release(kReleased);
  fs::permissions(release.path(), fs::perms(0755));
  fs::permissions(release / "index.html", fs::perms::none);
  testing::write(release / "404.html", "other");
  const WithoutPrivileges unprivileged;
  CHECK(differences(release.path()) ==
        Lines{"changed: 404.html", "unreadable: index.html (Permission denied)"});
}

TEST_CASE("a folder without a manifest proves nothing") {
  const ReleaseFolder release(kReleased);
  const fs::path manifest = release / ".opsg-site-manifest";
  fs::remove(manifest);
  CHECK(differences(release.path()) == Lines{"manifest: .opsg-site-manifest (there is none)"});
  testing::write(release / "real", testing::manifest_of(kReleased).audience);
  fs::create_symlink(release / "real", manifest);
  CHECK(differences(release.path()) ==
        Lines{"manifest: .opsg-site-manifest (it is a symbolic link)"});
}

TEST_CASE("a damaged manifest is none to go by") {
  const ReleaseFolder release(kReleased);
  const std::string good = output::format_manifest(testing::manifest_of(kReleased));
  const std::string text =
      GENERATE_COPY(std::string(), std::string("hello"), good.substr(0, good.size() - 1),
                    good + "\n", good.substr(0, good.size() / 2), "\n" + good,
                    manifest_text(digest() + "  b\n" + digest() + "  a\n", 2),
                    manifest_text(digest() + "  a\n", 2), std::string("\0\0\0", 3));
  testing::write(release / ".opsg-site-manifest", text);
  CHECK(differences(release.path()) == Lines{"manifest: .opsg-site-manifest (it is damaged)"});
}

TEST_CASE("a manifest cannot make us read outside the folder") {
  const ReleaseFolder release(kReleased);
  const std::string path = GENERATE("../../etc/passwd", "/etc/passwd", "a/../../b", "./index.html",
                                    "a//b", "a\\b", ".opsg-site-manifest");
  CAPTURE(path);
  testing::write(release / ".opsg-site-manifest", manifest_text(digest() + "  " + path + "\n", 1));
  const Lines found = differences(release.path());
  REQUIRE(found.size() == 1);
  CHECK_THAT(found.front(),
             Catch::Matchers::StartsWith("manifest: .opsg-site-manifest (it is damaged: `"));
}

TEST_CASE("a manifest that names a file twice is damaged") {
  const ReleaseFolder release(kReleased);
  testing::write(release / ".opsg-site-manifest",
                 manifest_text(digest() + "  a\n" + digest() + "  a\n", 2));
  CHECK(differences(release.path()) ==
        Lines{"manifest: .opsg-site-manifest (it is damaged: `a` and `a` cannot both be output: "
              "they would be one file on some computers)"});
}

TEST_CASE("a digest that is none matches no file") {
  const ReleaseFolder release(Files{{"a", "text"}});
  testing::write(release / ".opsg-site-manifest", manifest_text(digest('?') + "  a\n", 1));
  CHECK(differences(release.path()) == Lines{"changed: a"});
}

TEST_CASE("another audience's release is refused by name") {
  const ReleaseFolder release(kReleased, "members");
  VerificationRequest request;
  CHECK(differences(release.path(), request).empty());
  request.audience = "public";
  CHECK(differences(release.path(), request) ==
        Lines{"manifest: .opsg-site-manifest (it is for the audience `members`, not for "
              "`public`)"});
}

TEST_CASE("a page of a preview is none of a release, whatever its manifest says") {
  const std::string marker = std::string(kPreviewMarker) + " content=\"public\">";
  const std::string page = std::string(65530, ' ') + marker;  // Across two reads.
  const ReleaseFolder release({{"index.html", page}, {"notes.txt", marker}});
  CHECK(differences(release.path()) == Lines{"preview: index.html (it was made by `serve`)"});
}

TEST_CASE("a page that quotes the preview's marker is not one of a preview") {
  const ReleaseFolder release(
      Files{{"index.html", "<p>&lt;meta name=\"opsg-site-preview\"&gt;</p>"}});
  CHECK(differences(release.path()).empty());
}

TEST_CASE("what the host keeps there for itself is left out, and no more") {
  const ReleaseFolder release(kReleased);
  testing::write(release / "CNAME", "opsg.example");
  testing::write(release / ".well-known/acme/token", "x");
  fs::create_directories(release / ".well-known/empty");
  testing::write(release / "CNAME.old", "opsg.example");
  VerificationRequest request;
  request.leave = {"CNAME", ".well-known/"};
  CHECK(differences(release.path(), request) == Lines{"foreign: CNAME.old"});
}

TEST_CASE("the manifest's signature is no foreign file") {
  const ReleaseFolder release(kReleased);
  testing::write(release / ".opsg-site-manifest.minisig", "signed");
  CHECK(differences(release.path()).empty());
}

TEST_CASE("a folder that is not there is a failure of the machine") {
  const testing::TempFolder place;
  const auto verified = verify_folder(place / "none");
  REQUIRE_FALSE(verified);
  CHECK(verified.error().message ==
        "cannot open " + (place / "none").string() + ": No such file or directory");
}

TEST_CASE("names of foreign files cannot drive a terminal") {
  const ReleaseFolder release(kReleased);
  testing::write(release / "a\x1B[2J", "");
  CHECK(differences(release.path()) == Lines{"foreign: a\xEF\xBF\xBD[2J"});
}

}  // namespace
}  // namespace opsg::publishing
