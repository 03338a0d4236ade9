#include "search_index.h"

#include <fstream>
#include <string>
#include <vector>

#include "../audit/audit_site.h"
#include "catch2.h"
#include "temp_folder.h"

namespace opsg::search {
namespace {

namespace fs = std::filesystem;
using opsg::testing::AuditSite;
using opsg::testing::TempFolder;

constexpr const char* kStandIn = OPSG_PAGEFIND_STAND_IN;

AuditedSite audited(AuditSite site) {
  Diagnostics diagnostics;
  return site.audit(diagnostics).value();
}

AuditedSite two_pages() {
  return audited(AuditSite()
                     .output("index.html", "<main data-pagefind-body>home</main>")
                     .output("data/x.json", "\"data-pagefind-body\"")
                     .output("log/index.html", "<main>log</main>")
                     .output("notes/index.html", "<main data-pagefind-body>notes</main>"));
}

std::vector<std::string> paths_of(const std::vector<RenderedFile>& files) {
  std::vector<std::string> paths;
  for (const RenderedFile& file : files) paths.push_back(file.path);
  return paths;
}

/// What fails with a program of these lines of shell.
std::string failure_of(const std::string& script) {
  const TempFolder folder;
  const fs::path program = folder / "program";
  std::ofstream(program) << "#!/bin/sh\n" << script << '\n';
  fs::permissions(program, fs::perms::owner_all);
  const SearchRequest request{program, "en-GB", std::chrono::milliseconds(3000)};
  const auto index = make_search_index(two_pages(), request);
  REQUIRE_FALSE(index);
  std::string message = index.error().message;
  const std::size_t name = message.find(program.string());
  if (name != std::string::npos) message.replace(name, program.string().size(), "program");
  return message;
}

TEST_CASE("the pages that say so are indexed, in the order of their paths") {
  const auto index = make_search_index(two_pages(), {kStandIn, "en-GB", std::nullopt});
  REQUIRE(index);
  CHECK(index->version == tested_version());
  CHECK(paths_of(index->files.own) == std::vector<std::string>{"pagefind/pagefind.js"});
  CHECK(paths_of(index->files.made) ==
        std::vector<std::string>{"pagefind/fragment/en_0.pf_fragment",
                                 "pagefind/fragment/en_1.pf_fragment",
                                 "pagefind/pagefind-entry.json"});
}

TEST_CASE("the same site gives the same index") {
  const auto first = make_search_index(two_pages(), {kStandIn, "en-GB", std::nullopt});
  const auto second = make_search_index(two_pages(), {kStandIn, "en-GB", std::nullopt});
  REQUIRE((first && second));
  REQUIRE(first->files.made.size() == second->files.made.size());
  for (std::size_t i = 0; i < first->files.made.size(); ++i) {
    CHECK(first->files.made[i].bytes == second->files.made[i].bytes);
  }
}

TEST_CASE("a search program that fails is told") {
  CHECK(failure_of("exit 1") == "program ended unexpectedly");
  CHECK(failure_of("echo broken >&2; exit 1") == "program ended unexpectedly:\nbroken");
  CHECK(failure_of("sleep 1000") == "program did not answer in time");
  CHECK(failure_of("printf 'no base64,'; sleep 9") ==
        "the search program's answer cannot be understood");
  CHECK(failure_of("printf 'e30=,'; sleep 9") ==
        "the search program's answer cannot be understood");
  // Its own request: of the right type, and without a number of the index.
  CHECK(failure_of("cat") == "the search program's answer cannot be understood");
  CHECK(failure_of("printf '{\"payload\":{\"type\":\"Error\",\"message\":\"full\"}}' | base64 -w0; "
                   "printf ,; sleep 9") == "the search program reports: full");
}

/// The stand-in with other files.
fs::path stand_in_with(const TempFolder& folder, const std::string& path) {
  std::ifstream in(kStandIn);
  std::string script{std::istreambuf_iterator<char>(in), {}};
  const std::string known = "pagefind-ui.js";
  script.replace(script.find(known), known.size(), path);
  std::ofstream(folder / "program") << script;
  fs::permissions(folder / "program", fs::perms::owner_all);
  return folder / "program";
}

TEST_CASE("only files of an index are taken, and none outside its folder") {
  const std::string path =
      GENERATE("../index.html", "/etc/passwd", "index.html", "fragment/../../x.pf_fragment",
               "fragment/.pf_fragment", "pagefind.js/../x", "wasm.en\\n.pagefind", "");
  CAPTURE(path);
  const TempFolder folder;
  const auto index =
      make_search_index(two_pages(), {stand_in_with(folder, path), "en-GB", std::nullopt});
  REQUIRE(index);
  CHECK(index->files.own.size() == 1);
  CHECK(index->files.made.size() == 3);
}

}  // namespace
}  // namespace opsg::search
