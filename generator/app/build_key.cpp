#include "build_key.h"

#include <fmt/format.h>

#include <filesystem>
#include <string_view>
#include <vector>

#include "content_key.h"
#include "file_system.h"
#include "parallel.h"
#include "search_program.h"
#include "sha256.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTimeZones = "/usr/share/zoneinfo";
constexpr std::uintmax_t kLargestTimeZone = std::uintmax_t{1} << 20;

void add_optional(const std::optional<std::string>& part, ContentKey& key) {
  key.add(part ? "given" : "not given");
  if (part) key.add(*part);
}

void add_options(const Options& options, const SiteSession& session, ContentKey& key) {
  key.add(options.audience);
  add_optional(options.base_url, key);
  add_optional(session.as_of ? std::optional(iso_date(*session.as_of)) : std::nullopt, key);
}

bool add_site_file(const SiteSession& session, ContentKey& key) {
  const SourceFile* const site = session.tree.find("site.toml");
  if (site) key.add(site->bytes);
  return site != nullptr;
}

bool add_theme(const SiteSession& session, ContentKey& key) {
  Diagnostics told_by_the_build;
  const auto theme = choose_theme(session.root, session.tree, told_by_the_build);
  if (!theme || !told_by_the_build.empty()) return false;
  key.add(theme->name);
  for (const released::ThemeFile& file : theme->files) {
    key.add(file.path);
    key.add(file.origin.view());
    key.add(file.bytes);
  }
  return true;
}

bool add_time_zone(const SiteSession& session, ContentKey& key) {
  const auto rules = read_file(fs::path(kTimeZones) / time_zone_of(session.tree), kLargestTimeZone);
  if (rules) key.add(*rules);
  return rules.has_value();
}

/// By size and time: it is large, and what installs it sets both.
bool add_search_program(const SiteSession& session, ContentKey& key) {
  const auto program = search::find_search_program(session.root);
  add_optional(program ? std::optional(program->string()) : std::nullopt, key);
  if (!program) return true;
  std::error_code error;
  const auto size = fs::file_size(*program, error);
  const auto written = error ? fs::file_time_type() : fs::last_write_time(*program, error);
  key.add(fmt::format("{} {}", size, written.time_since_epoch().count()));
  return !error;
}

}  // namespace

std::optional<std::string> settings_key(const std::string& program, const Options& options,
                                        const Report& report, const SiteSession& session) {
  ContentKey key;
  key.add(program);
  key.add(report.manner());
  add_options(options, session, key);
  const bool complete = add_site_file(session, key) && add_time_zone(session, key) &&
                        add_search_program(session, key) && add_theme(session, key);
  return complete ? std::optional(key.hex()) : std::nullopt;
}

std::string sources_key(const SourceTree& tree, int jobs) {
  std::vector<std::string> digests(tree.files.size());
  for_each_index(digests.size(), jobs,
                 [&](std::size_t i) { digests[i] = sha256_hex(tree.files[i].bytes); });
  ContentKey key;
  for (std::size_t i = 0; i < digests.size(); ++i) {
    key.add(tree.files[i].path.view());
    key.add(digests[i]);
  }
  return key.hex();
}

}  // namespace opsg::app
