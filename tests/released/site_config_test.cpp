#include "site_config.h"

#include <fmt/format.h>

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

using namespace released;

struct ReadConfig {
  std::optional<SiteConfig> config;
  std::string findings;
};

ReadConfig read(const std::string& text) {
  Diagnostics diagnostics;
  auto config = read_site_config(toml(text), SourcePath("site.toml"), diagnostics);
  return {std::move(config), findings(text, std::move(diagnostics))};
}

constexpr std::string_view kLeast =
    "title = \"A\"\ncommittee = \"B\"\nbase_url = \"https://c.example\"\n";

ReadConfig read_with(std::string_view more) {
  return read(std::string(kLeast) + std::string(more));
}

TEST_CASE("what site.toml leaves out has a default") {
  const auto [config, findings] = read(std::string(kLeast));
  CHECK(findings.empty());
  REQUIRE(config);
  CHECK(config->title == "A");
  CHECK(config->description.empty());
  CHECK(config->committee == "B");
  CHECK(config->base_url == "https://c.example/");
  CHECK(config->language == "en-GB");
  CHECK(config->time_zone == "Europe/London");
  CHECK(config->theme == "plain");
  CHECK_FALSE(config->as_of);
  CHECK(config->decision_verbs == std::vector<std::string>{"noted", "agreed", "approved",
                                                           "endorsed", "recommended", "requested",
                                                           "rejected", "deferred"});
  CHECK(config->registers.empty());
  CHECK(config->references.empty());
  CHECK_FALSE(config->search);
}

TEST_CASE("all that site.toml says is read, and the policy left to others") {
  const auto [config, findings] = read_with(R"(
description = "D"
language = "cy"
time_zone = "Europe/Paris"
theme = "deep-blue"
as_of = 2021-02-01
[policy]
people = "green"
[decisions]
verbs = ["Agreed", "noted"]
[registers.actions]
title = "Log"
id = 'X \d+'
raised_by = "TASK"
key = ["part"]
states = [{ name = "Open" }, { name = "Done", closed = true }]
fields = [
  { name = "status", title = "State now", type = "state" },
  { name = "part", title = "Part", type = "text" },
]
[references.change]
title = "Change"
pattern = 'CH\d+'
link = "https://d.example/{id}.html"
)");
  CHECK(findings.empty());
  REQUIRE(config);
  CHECK(config->description == "D");
  CHECK(config->language == "cy");
  CHECK(config->time_zone == "Europe/Paris");
  CHECK(config->theme == "deep-blue");
  CHECK(config->as_of == parse_iso_date("2021-02-01"));
  CHECK(config->decision_verbs == std::vector<std::string>{"agreed", "noted"});
  REQUIRE(config->registers.size() == 1);
  const RegisterDefinition& actions = *config->find_register("actions");
  CHECK(actions.title == "Log");
  CHECK(actions.id_pattern == R"(X \d+)");
  CHECK(actions.pattern_span.line == 16);
  CHECK(actions.raised_by == "TASK");
  CHECK(actions.key_fields == std::vector<std::string>{"part"});
  CHECK(actions.states.at(1).name == "Done");
  CHECK(actions.states.at(1).closed);
  CHECK_FALSE(actions.states.at(0).closed);
  CHECK(actions.find_field("STATE NOW") == &actions.fields.at(0));
  CHECK(actions.find_field("status")->type == FieldType::state);
  CHECK(actions.find_field("nothing") == nullptr);
  CHECK(config->find_register("nothing") == nullptr);
  REQUIRE(config->references.size() == 1);
  CHECK(config->references[0].link == "https://d.example/{id}.html");
}

TEST_CASE("registers and references stay in their order") {
  const auto [config, findings] = read_with(R"(
[registers.zebras]
title = "Z"
id = 'Z\d'
[registers.apes]
title = "A"
id = 'A\d'
)");
  CHECK(findings.empty());
  REQUIRE(config);
  CHECK(config->registers.at(0).name == "zebras");
  CHECK(config->registers.at(1).name == "apes");
}

TEST_CASE("an empty site.toml lacks three keys") {
  const auto [config, findings] = read("");
  CHECK_FALSE(config);
  CHECK(findings ==
        "site.toml: error[missing-key]: `base_url` is missing\n"
        "  help: add `base_url = \"...\"`\n"
        "site.toml: error[missing-key]: `committee` is missing\n"
        "  help: add `committee = \"...\"`\n"
        "site.toml: error[missing-key]: `title` is missing\n"
        "  help: add `title = \"...\"`\n");
}

TEST_CASE("an unknown key is shown with the nearest one") {
  CHECK(read_with("baseurl = 1\n").findings ==
        "site.toml:4:1: error[unknown-key]: unknown key `baseurl`\n"
        "    4 | baseurl = 1\n"
        "      | ^~~~~~~\n"
        "  help: did you mean `base_url`?\n");
  CHECK(read_with("[registers.a]\ntitle = \"T\"\nid = 'A'\nfeilds = []\n").findings ==
        "site.toml:7:1: error[unknown-key]: unknown key `feilds`\n"
        "    7 | feilds = []\n"
        "      | ^~~~~~\n"
        "  help: did you mean `fields`?\n");
}

TEST_CASE("a base URL is absolute") {
  const std::string url =
      GENERATE("example.org", "/opsg/", "ftp://a.example/", "https://", "https:///a",
               "https://a.example/?q=1", "https://a.example/#x", "https://user@a.example/",
               "https://a.example/a b", "javascript:alert(1)");
  CAPTURE(url);
  const auto [config, findings] =
      read(fmt::format("title = \"A\"\ncommittee = \"B\"\nbase_url = \"{}\"\n", url));
  CHECK_FALSE(config);
  CHECK(findings ==
        fmt::format("site.toml:3:12: error[base-url-invalid]: `{}` is no absolute URL of a site\n"
                    "    3 | base_url = \"{}\"\n"
                    "      |            ^{}\n"
                    "  help: write one such as `https://example.org/` or "
                    "`https://example.org/opsg/`\n",
                    url, url, std::string(url.size() + 1, '~')));
}

TEST_CASE("a base URL may have a port and a path") {
  const std::string url = GENERATE("http://localhost:8080/", "https://a.example/opsg/",
                                   "HTTPS://a.example/~b/", "http://[::1]:80/");
  const auto [config, findings] =
      read(fmt::format("title = \"A\"\ncommittee = \"B\"\nbase_url = \"{}\"\n", url));
  CHECK(findings.empty());
  REQUIRE(config);
  CHECK(config->base_url == url);
}

TEST_CASE("a value that cannot be used is shown in its place") {
  CHECK(read_with("time_zone = \"Europe/Londen\"\n").findings ==
        "site.toml:4:13: error[time-zone-unknown]: `Europe/Londen` is no time zone\n"
        "    4 | time_zone = \"Europe/Londen\"\n"
        "      |             ^~~~~~~~~~~~~~~\n"
        "  help: write a name of the IANA database, such as `Europe/London`\n");
  CHECK(read_with("theme = \"../x\"\n").findings ==
        "site.toml:4:9: error[theme-name-invalid]: `../x` is no name of a theme\n"
        "    4 | theme = \"../x\"\n"
        "      |         ^~~~~~\n"
        "  help: a theme's name has lower case letters, digits and hyphens\n");
  CHECK(read_with("language = \"en_GB\"\n").findings ==
        "site.toml:4:12: error[language-invalid]: `en_GB` is no language tag\n"
        "    4 | language = \"en_GB\"\n"
        "      |            ^~~~~~~\n"
        "  help: write one such as `en-GB`\n");
  CHECK(read_with("as_of = \"2021-02-01\"\n").findings ==
        "site.toml:4:9: error[wrong-type]: `as_of` is a string, not a date such as 2021-02-01\n"
        "    4 | as_of = \"2021-02-01\"\n"
        "      |         ^~~~~~~~~~~~\n"
        "  help: write a date such as 2021-02-01\n");
  CHECK(read_with("[decisions]\nverbs = [\"agreed to\"]\n").findings ==
        "site.toml:5:9: error[verb-invalid]: `agreed to` is not one word\n"
        "    5 | verbs = [\"agreed to\"]\n"
        "      |         ^~~~~~~~~~~~~\n"
        "  help: write a verb as the minutes have it, such as `agreed`\n");
}

TEST_CASE("a search is asked for by its engine") {
  const auto [config, findings] = read_with("[search]\nengine = \"pagefind\"\n");
  CHECK(findings.empty());
  REQUIRE((config && config->search));
  CHECK(config->search->engine == "pagefind");
  CHECK(config->search->span.line == 5);
  CHECK(read_with("[search]\nengine = \"lunr\"\n").findings ==
        "site.toml:5:10: error[search-engine-unknown]: `lunr` is no search engine that the program "
        "knows\n"
        "    5 | engine = \"lunr\"\n"
        "      |          ^~~~~~\n"
        "  help: write `pagefind`\n");
  CHECK(read_with("[search]\n").findings ==
        "site.toml:4:1: error[missing-key]: `engine` is missing\n"
        "    4 | [search]\n"
        "      | ^~~~~~~~\n"
        "  help: add `engine = \"...\"`\n");
  CHECK(read_with("[search]\nengines = 1\nengine = \"pagefind\"\n").findings ==
        "site.toml:5:1: error[unknown-key]: unknown key `engines`\n"
        "    5 | engines = 1\n"
        "      | ^~~~~~~\n"
        "  help: did you mean `engine`?\n");
}

TEST_CASE("a register's name is a part of URLs") {
  CHECK(read_with("[registers.Actions]\ntitle = \"T\"\nid = 'A'\n").findings ==
        "site.toml:4:12: error[name-invalid]: `Actions` cannot be a part of a URL\n"
        "    4 | [registers.Actions]\n"
        "      |            ^~~~~~~\n"
        "  help: use lower case letters, digits and single hyphens\n");
  CHECK(read_with("[registers.decisions]\ntitle = \"T\"\nid = 'A'\n").findings ==
        "site.toml:4:12: error[name-reserved]: `decisions` is the name of another part of the "
        "site\n"
        "    4 | [registers.decisions]\n"
        "      |            ^~~~~~~~~\n"
        "  help: choose another name\n");
}

TEST_CASE("a register's fields, states and key must fit together") {
  CHECK(read_with("[registers.a]\ntitle = \"T\"\nid = 'A'\nkey = [\"relase\"]\n"
                  "fields = [{ name = \"release\", title = \"Release\", type = \"txet\" }]\n")
            .findings ==
        "site.toml:7:7: error[key-unknown]: `relase` is no field of this register\n"
        "    7 | key = [\"relase\"]\n"
        "      |       ^~~~~~~~~~\n"
        "  help: did you mean `release`?\n"
        "site.toml:8:57: error[field-type-unknown]: `txet` is no type of a field\n"
        "    8 | fields = [{ name = \"release\", title = \"Release\", type = \"txet\" }]\n"
        "      |                                                         ^~~~~~\n"
        "  help: did you mean `text`?\n");
  CHECK(read_with("[registers.a]\ntitle = \"T\"\nid = 'A'\n"
                  "fields = [{ name = \"s\", title = \"S\", type = \"state\" }]\n")
            .findings ==
        "site.toml:4:12: error[missing-key]: `states` is missing, and a field has the type "
        "`state`\n"
        "    4 | [registers.a]\n"
        "      |            ^\n"
        "  help: add `states = [{ name = \"Open\" }, { name = \"Closed\", closed = true }]`\n");
  CHECK(read_with("[registers.a]\ntitle = \"T\"\nid = 'A'\nfields = [\n"
                  "{ name = \"a\", title = \"Date\", type = \"text\" },\n"
                  "{ name = \"b\", title = \"date\", type = \"text\" }]\n")
            .findings ==
        "site.toml:9:1: error[name-twice]: two fields are called `date`\n"
        "    9 | { name = \"b\", title = \"date\", type = \"text\" }]\n"
        "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  help: give each a name of its own\n");
}

TEST_CASE("a reference's link is a web address with the id in it") {
  const std::string link = GENERATE("https://a.example/", "a.example/{id}", "javascript:{id}",
                                    "https://a.example/{id}\\\" onclick=x");
  CAPTURE(link);
  const auto [config, found] =
      read_with(fmt::format("[references.a]\ntitle = \"T\"\npattern = 'A'\nlink = \"{}\"\n", link));
  CHECK_FALSE(config);
  CHECK(found.find("site.toml:7:8: error[link-invalid]: ") == 0);
  CHECK(found.find("  help: write one such as `https://example.org/modifications/{id}`\n") !=
        std::string::npos);
}

TEST_CASE("everything that is wrong is reported at once") {
  const auto [config, found] = read_with("x = 1\ntheme = 2\nregisters = 3\nreferences = 4\n");
  CHECK_FALSE(config);
  CHECK(found.find("`x`") != std::string::npos);
  CHECK(found.find("`theme` is an integer, not a string") != std::string::npos);
  CHECK(found.find("`registers` is an integer, not a table") != std::string::npos);
  CHECK(found.find("`references` is an integer, not a table") != std::string::npos);
}

}  // namespace
}  // namespace opsg::test
