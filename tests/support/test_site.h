#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline.h"
#include "sources.h"

namespace opsg::test {

struct TestRequest {
  std::string audience = "public";
  std::optional<std::string> as_of;     ///< "2021-02-01"
  std::optional<std::string> base_url;  ///< Instead of site.toml's.
  std::string now = "2026-01-01T00:00:00Z";
  restricted::GateRules rules;
  int jobs = 1;
  bool explained = false;  ///< Fills TestBuild::decisions.
  std::optional<std::filesystem::path> search_program;
  const released::ThemeFiles* theme = nullptr;  ///< Borrowed. Null: plain_theme().
  app::BuildMemos* memos = nullptr;  ///< What earlier builds left; borrowed. May be null.
};

struct TestBuild {
  app::BuildStop stop = app::BuildStop::none;
  std::string failure;                       ///< Of the machine.
  std::map<std::string, std::string> files;  ///< Empty unless the build went through.
  std::string diagnostics;                   ///< As a terminal shows them.
  std::string log;                           ///< As a CI log shows them: nothing withheld.
  std::string decisions;                     ///< The gate's, as `explain` tells them.
  std::optional<UtcTime> next_release;       ///< See app::BuildOutcome, as for the next two.
  std::optional<UtcTime> next_change;
  std::size_t withheld_documents = 0;

  bool ok() const { return stop == app::BuildStop::none; }
  /// The empty string where there is no such file.
  std::string_view file(std::string_view path) const;
};

/// A whole site in memory. What a test does not give comes from tests/support/site: site.toml,
/// parties, glossary, and a meeting.toml for meeting m1 if a file of that meeting is given.
class TestSite {
 public:
  TestSite(std::initializer_list<std::pair<std::string, std::string>> files);
  explicit TestSite(const std::map<std::string, std::string>& files);

  TestBuild build(const TestRequest& request = {}) const;
  /// Of a file that was given or comes from the defaults.
  const std::string& text(const std::string& path) const { return files_.at(path); }
  /// Those that were given, and the defaults.
  const std::map<std::string, std::string>& files() const { return files_; }
  /// These findings as a CI log of the site shows them.
  std::string log_of(const Diagnostics& findings) const;

 private:
  void add_defaults();

  std::map<std::string, std::string> files_;
};

/// The theme of themes/plain, read once.
const released::ThemeFiles& plain_theme();

}  // namespace opsg::test
