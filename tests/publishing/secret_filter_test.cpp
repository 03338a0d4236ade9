#include "secret_filter.h"

#include <string>
#include <vector>

#include "catch2.h"

namespace opsg::publishing {
namespace {

TEST_CASE("values of variables that are secret by their names are hidden wherever they stand") {
  const std::vector<std::string> environment = {"RSYNC_PASSWORD=hunter2",
                                                "RCLONE_CONFIG_S3_SECRET_ACCESS_KEY=abc/def",
                                                "AWS_SESSION_TOKEN=t0k",
                                                "HOME=/home/x",
                                                "LANG=C",
                                                "EMPTY_PASSWORD=",
                                                "SSH_AUTH_SOCK=/run/agent"};
  CHECK(without_secrets("login hunter2 (hunter2) with abc/def and t0k at /home/x, /run/agent",
                        environment) ==
        "login [hidden] ([hidden]) with [hidden] and [hidden] at /home/x, /run/agent\n");
}

TEST_CASE("users and passwords in URLs are cut, and what authorises a request") {
  CHECK(without_secrets("PUT https://user:p@ss@example.org/a@b failed: https://t@x.org", {}) ==
        "PUT https://example.org/a@b failed: https://x.org\n");
  CHECK(without_secrets("> Authorization: Basic dXNlcg==\n> COOKIE: id=1\n> Host: x", {}) ==
        "> Authorization:[hidden]\n> COOKIE:[hidden]\n> Host: x\n");
}

TEST_CASE("control characters do not reach the terminal") {
  CHECK(without_secrets("a\x1b[31mb", {}) == "a\xEF\xBF\xBD[31mb\n");
}

}  // namespace
}  // namespace opsg::publishing
