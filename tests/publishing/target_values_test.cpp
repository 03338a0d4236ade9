#include "target_values.h"

#include <initializer_list>
#include <string>

#include "catch2.h"

namespace opsg::publishing {
namespace {

void check_all(bool (*is_good)(std::string_view), std::initializer_list<std::string_view> good,
               std::initializer_list<std::string_view> bad) {
  for (const std::string_view text : good) {
    CAPTURE(text);
    CHECK(is_good(text));
  }
  for (const std::string_view text : bad) {
    CAPTURE(text);
    CHECK_FALSE(is_good(text));
  }
}

TEST_CASE("values that a program would take for an option are refused") {
  for (auto is_good : {is_folder_path, is_rsync_destination, is_rclone_remote, is_git_repository,
                       is_branch_name, is_host_path, is_target_name, is_audience_name}) {
    CHECK_FALSE(is_good("-e sh"));
    CHECK_FALSE(is_good("--upload-pack=x:y"));
    CHECK_FALSE(is_good(""));
    CHECK_FALSE(is_good("a:b\n"));
    CHECK_FALSE(is_good(std::string_view("a:b\0c", 5)));
  }
}

TEST_CASE("an rsync destination is on a host, as ssh or rsync reach it") {
  check_all(is_rsync_destination,
            {"www.example.org:/srv/www", "publisher@www.example.org:site", "[::1]:/srv/www",
             "rsync://www.example.org/site", "rsync://publisher@www.example.org:8730/site/x",
             "host:path with spaces"},
            {"/srv/www", "host:", ":path", "host::module", "-oProxyCommand=x:/srv", "a@-b:/srv",
             "-a@b:/srv", "http://example.org/x", "rsync:///x", "host:-x", "a b:/x"});
}

TEST_CASE("an rclone remote is a name of its configuration, never a connection string") {
  check_all(is_rclone_remote, {"store:", "store:bucket/site", "my store:x"},
            {":sftp,host=x:path", "store,pass=x:path", "/srv/www", "store"});
}

TEST_CASE("a git repository is none of the helpers that run programs") {
  check_all(is_git_repository,
            {"git@git.example.org:opsg/site.git", "https://git.example.org/opsg/site.git",
             "ssh://git@git.example.org:22/site.git", "file:///srv/git/site.git", "../site.git",
             "/srv/git/site.git"},
            {"ext::sh -c x", "fd::3", "foo://example.org/x", "https://-x/y", "a@-b:c"});
}

TEST_CASE("a branch's name is one that git takes") {
  check_all(is_branch_name, {"gh-pages", "pages", "site/public", "v1.0"},
            {"a..b", "a b", "a.lock", ".a", "a//b", "/a", "a/", "a.", "a~1", "a^", "a:b", "@{x"});
}

TEST_CASE("the address of a site is a URL of a folder") {
  check_all(is_web_folder,
            {"https://example.org", "https://example.org/", "http://127.0.0.1:8080/opsg/",
             "https://[::1]:8443/x"},
            {"example.org", "ftp://example.org/", "https://", "https:///x", "https://a/?q",
             "https://a/#f", "https://u@a/", "https://a/ b"});
}

TEST_CASE("a host's own path stays below the root") {
  check_all(is_host_path, {"CNAME", ".well-known/", ".well-known/security.txt", "a b"},
            {"/CNAME", "../x", "a/../b", "a//b", ".", "/", "a\\b"});
}

TEST_CASE("a password in a URL is found, and a token in the place of a user") {
  check_all(has_password,
            {"https://u:p@example.org/", "rsync://u:p@example.org/x", "https://token@example.org/",
             "HTTPS://token@example.org/", "ssh://u:p@h/x", "https://u:p@q@h/"},
            {"https://example.org/", "ssh://git@example.org/x", "git@example.org:x",
             "https://example.org/a@b", "/a:b@c"});
}

}  // namespace
}  // namespace opsg::publishing
