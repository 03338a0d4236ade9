#include "publish_config.h"

#include <string>
#include <string_view>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::publishing {
namespace {

struct ReadConfig {
  PublishConfig config;
  std::string findings;
};

ReadConfig read(std::string_view text) {
  Diagnostics diagnostics;
  const SourcePath path("site.toml");
  const auto table = read_toml(text, path, 1, diagnostics);
  REQUIRE(table);
  PublishConfig config = read_publish_config(*table, diagnostics);
  diagnostics.sort();
  const auto lines = split_lines(text);
  DiagnosticContext context;
  context.line_text = [&](const SourcePath&,
                          std::uint32_t line) -> std::optional<std::string_view> {
    return line >= 1 && line <= lines.size() ? std::optional(lines[line - 1]) : std::nullopt;
  };
  return {std::move(config), format_diagnostics(diagnostics, context)};
}

TEST_CASE("a site without [publish] has no targets") {
  const auto [config, findings] = read("title = \"A\"\n");
  CHECK(findings.empty());
  CHECK_FALSE(config.require_approval);
  CHECK_FALSE(config.headers_file);
  CHECK(config.targets.empty());
  CHECK(config.default_target() == nullptr);
}

TEST_CASE("what a target leaves out has a default") {
  const auto [config, findings] =
      read("[publish.targets.web]\nkind = \"directory\"\npath = \"/srv/www\"\n");
  CHECK(findings.empty());
  REQUIRE(config.targets.size() == 1);
  const TargetConfig& web = config.targets.front();
  CHECK(web.name == "web");
  CHECK(web.kind == TargetKind::directory);
  CHECK(web.destination == "/srv/www");
  CHECK(web.keep == 5);
  CHECK(web.audience == "public");
  CHECK_FALSE(web.url);
}

TEST_CASE("all that a target says is read, whatever its kind") {
  const auto [config, findings] = read(R"(
[publish]
require_approval = true
headers_file = true
[publish.targets.disk]
kind = "directory"
path = "../www"
keep = 2
precompress = true
audience = "parties"
url = "https://parties.example.org/opsg"
[publish.targets.host]
kind = "rsync"
destination = "publisher@www.example.org:/srv/www"
leave = ["CNAME", ".well-known/"]
[publish.targets.store]
kind = "rclone"
remote = "store:opsg"
[publish.targets.default]
kind = "git"
repository = "git@git.example.org:opsg/site.git"
branch = "pages"
)");
  CHECK(findings.empty());
  CHECK(config.require_approval);
  CHECK(config.headers_file);
  REQUIRE(config.targets.size() == 4);
  CHECK(config.targets[0].keep == 2);
  CHECK(config.targets[0].precompress);
  CHECK_FALSE(config.targets[1].precompress);
  CHECK(config.targets[0].audience == "parties");
  CHECK(config.targets[0].url == "https://parties.example.org/opsg/");
  CHECK(config.targets[1].kind == TargetKind::rsync);
  CHECK(config.targets[1].destination == "publisher@www.example.org:/srv/www");
  CHECK(config.targets[1].leave == std::vector<std::string>{"CNAME", ".well-known/"});
  CHECK(config.targets[2].destination == "store:opsg");
  CHECK(config.targets[3].branch == "pages");
  CHECK(config.find("store") == &config.targets[2]);
  CHECK(config.find("other") == nullptr);
  CHECK(config.default_target() == &config.targets[3]);
}

TEST_CASE("without one named default, the first target is meant") {
  const auto [config, findings] = read(
      "[publish.targets.a]\nkind = \"directory\"\npath = \"a\"\n"
      "[publish.targets.b]\nkind = \"directory\"\npath = \"b\"\n");
  CHECK(findings.empty());
  CHECK(config.default_target() == &config.targets[0]);
}

TEST_CASE("everything wrong with a target is told in one run, and the target left out") {
  const auto [config, findings] = read(R"([publish.targets.web]
kind = "directory"
path = "--delete"
keep = 0
branch = "x"
)");
  CHECK(config.targets.empty());
  CHECK(
      findings ==
      R"(site.toml:3:8: error[publish-value-invalid]: `--delete` is no path that the program can use
    3 | path = "--delete"
      |        ^~~~~~~~~~
  help: write one such as `/srv/www/committee`

site.toml:4:8: error[wrong-type]: `keep` is an integer, not a number from 1 to 1000
    4 | keep = 0
      |        ^
  help: write a number from 1 to 1000

site.toml:5:1: error[unknown-key]: unknown key `branch`
    5 | branch = "x"
      | ^~~~~~
  help: the keys here are kind, path, keep, precompress, audience, url

)");
}

TEST_CASE("a misspelt kind is told with the nearest") {
  const auto [config, findings] = read("[publish.targets.web]\nkind = \"rsinc\"\n");
  CHECK(config.targets.empty());
  CHECK(findings == R"(site.toml:2:8: error[publish-kind-unknown]: `rsinc` is no kind of target
    2 | kind = "rsinc"
      |        ^~~~~~~
  help: did you mean `rsync`?

)");
}

TEST_CASE("a password is an error that shows neither it nor its line") {
  const auto [config, findings] = read(R"([publish.targets.web]
kind = "git"
repository = "https://robot:hunter2@git.example.org/site.git"
[publish.targets.disk]
kind = "directory"
path = "x"
password = "hunter2"
)");
  CHECK(config.targets.empty());
  CHECK(findings.find("hunter2") == std::string::npos);
  CHECK(findings ==
        R"(site.toml: error[publish-secret]: `password` of [publish.targets.disk] holds a secret
  help: take it out, and change it if others could read it: secrets come from the environment (docs/publishing.md)

site.toml: error[publish-secret]: `repository` of [publish.targets.web] holds a secret
  help: take it out, and change it if others could read it: secrets come from the environment (docs/publishing.md)

)");
}

TEST_CASE("what is no table is told") {
  CHECK(read("publish = 1\n").findings ==
        "site.toml:1:11: error[wrong-type]: `publish` is an integer, not a table\n"
        "    1 | publish = 1\n"
        "      |           ^\n"
        "  help: write a table\n\n");
  CHECK(read("[publish.targets]\nweb = 1\n").findings ==
        "site.toml:2:7: error[wrong-type]: `web` is an integer, not a table\n"
        "    2 | web = 1\n"
        "      |       ^\n"
        "  help: write a table\n\n");
}

}  // namespace
}  // namespace opsg::publishing
