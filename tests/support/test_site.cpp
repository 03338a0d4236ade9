#include "test_site.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <stdexcept>

#include "explain.h"
#include "file_system.h"
#include "report.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kAnySize = 1u << 24;

std::string read_fixture(const std::string& path) {
  auto text = read_file(fs::path(OPSG_SOURCE_DIR) / "tests/support/site" / path, kAnySize);
  if (!text) throw std::runtime_error(text.error().message);
  return *text;
}

UtcTime parse_now(const std::string& text) {
  const auto day = parse_iso_date(text.substr(0, 10));
  if (!day || text.size() != 20) throw std::runtime_error("not a time: " + text);
  const auto number = [&](std::size_t at) { return std::stoi(text.substr(at, 2)); };
  return std::chrono::sys_days(*day) + std::chrono::hours(number(11)) +
         std::chrono::minutes(number(14)) + std::chrono::seconds(number(17));
}

app::BuildRequest to_build_request(const TestRequest& request) {
  app::BuildRequest out;
  out.audience = request.audience;
  out.time.now = parse_now(request.now);
  if (request.as_of) out.as_of = parse_iso_date(*request.as_of);
  out.base_url = request.base_url;
  out.rules = request.rules;
  out.jobs = request.jobs;
  out.search_program = request.search_program;
  out.memos = request.memos;
  return out;
}

/// As open_site() finds them on a disk: sorted by path.
SourceTree to_tree(const std::map<std::string, std::string>& files) {
  SourceTree tree;
  for (const auto& [path, text] : files) tree.files.push_back({SourcePath(path), text});
  return tree;
}

}  // namespace

std::string_view TestBuild::file(std::string_view path) const {
  const auto at = files.find(std::string(path));
  return at == files.end() ? std::string_view() : std::string_view(at->second);
}

TestSite::TestSite(std::initializer_list<std::pair<std::string, std::string>> files)
    : files_(files.begin(), files.end()) {
  add_defaults();
}

TestSite::TestSite(const std::map<std::string, std::string>& files) : files_(files) {
  add_defaults();
}

void TestSite::add_defaults() {
  static const std::map<std::string, std::string> kFixtures = {
      {"site.toml", read_fixture("site.toml")},
      {"content/parties.toml", read_fixture("content/parties.toml")},
      {"content/glossary.toml", read_fixture("content/glossary.toml")},
      {"content/meetings/m1/meeting.toml", read_fixture("content/meetings/m1/meeting.toml")},
  };
  const bool has_m1 = std::any_of(files_.begin(), files_.end(), [](const auto& file) {
    return file.first.starts_with("content/meetings/m1/");
  });
  for (const auto& [path, text] : kFixtures) {
    if (!path.starts_with("content/meetings/") || has_m1) files_.emplace(path, text);
  }
}

TestBuild TestSite::build(const TestRequest& request) const {
  const SourceTree tree = to_tree(files_);
  const app::BuildRequest build_request = to_build_request(request);
  Diagnostics found;
  const released::ThemeFiles& theme = request.theme ? *request.theme : plain_theme();
  const app::BuildOutcome outcome = app::build_site(tree, theme, build_request, found);
  found.sort();

  const restricted::LabelledSite* labelled = outcome.labelled ? &*outcome.labelled : nullptr;
  const auto format = [&](app::WithheldText withheld) {
    return app::format_findings(found, tree, labelled, build_request.time, {withheld});
  };
  TestBuild build;
  build.stop = outcome.stop;
  build.failure = outcome.failure;
  build.next_release = outcome.next_release;
  build.next_change = outcome.next_change;
  build.withheld_documents = outcome.withheld_documents;
  build.diagnostics = format(app::WithheldText::quote);
  build.log = format(app::WithheldText::hide);
  if (request.explained && labelled) {
    build.decisions = restricted::format_decisions(explain(*labelled, build_request.time));
  }
  if (outcome.site) {
    for (const RenderedFile& file : (*outcome.site)->files) build.files[file.path] = file.bytes;
  }
  return build;
}

std::string TestSite::log_of(const Diagnostics& findings) const {
  const SourceTree tree = to_tree(files_);
  Diagnostics unused;
  const auto labelled = restricted::label_sources(tree, {}, unused);
  const restricted::GateTime time = to_build_request({}).time;
  return app::format_findings(findings, tree, labelled ? &*labelled : nullptr, time,
                              {app::WithheldText::hide});
}

const released::ThemeFiles& plain_theme() {
  static const released::ThemeFiles kTheme = [] {
    Diagnostics unused;
    auto files = released::read_theme_folder(fs::path(OPSG_SOURCE_DIR) / "themes/plain",
                                             "themes/plain", unused);
    if (!files) throw std::runtime_error(files.error().message);
    return released::ThemeFiles{"plain", std::move(*files)};
  }();
  return kTheme;
}

}  // namespace opsg::test
