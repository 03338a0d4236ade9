#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "passage_comparison.h"

namespace opsg::app {

enum class OutputFormat { human, json };
enum class ColorMode { automatic, always, never };
enum class CiHost { github, gitlab };

/// Those of `diff`.
struct DiffOptions {
  std::string against;   ///< A folder, a URL or "git:REVISION"; empty for the last release.
  std::string revision;  ///< Of the site's git repository; empty for `against`.
  std::optional<std::filesystem::path> html;  ///< Where the report goes.
  std::set<comparison::ChangeKind> fail_on;
  std::optional<std::string> approve;  ///< A role.
  std::optional<std::string> expect;   ///< The digest of the list that is to be approved.
};

/// Those of `verify`.
struct VerifyOptions {
  std::string place;                              ///< A folder, or a URL.
  std::optional<std::string> audience;            ///< Whose release it must be.
  std::optional<std::string> public_key;          ///< Whose signature it must have: key or file.
  std::vector<std::string> leave;                 ///< What is the host's own.
  std::optional<std::filesystem::path> manifest;  ///< Instead of the one that is served.
  std::optional<std::filesystem::path> since;  ///< An earlier manifest: what it had must be gone.
};

/// publish and rollback
struct PublishOptions {
  std::string target;       ///< As site.toml names it; empty for the default one.
  bool dry_run = false;     ///< Say what would be done.
  bool break_lock = false;  ///< Take a lock that seems to be of the dead.
  bool no_live_check = false;
  int patience_seconds = 60;  ///< How long the host's caches are waited for.
  std::string to;             ///< rollback: a release's name or number; empty for the one before.
  bool list = false;          ///< rollback: list the releases.
};

/// The options that commands have in common, as they were given.
struct Options {
  std::filesystem::path config = "site.toml";  ///< The site is the folder that holds it.
  std::optional<std::filesystem::path> output_dir;
  std::optional<std::string> base_url;
  std::string audience = "public";
  std::optional<std::string> as_of;  ///< A date, or "today".
  bool no_cache = false;             ///< build: whatever is known of the last one.
  int jobs = 0;                      ///< 0: as many as the machine has processors.
  bool quiet = false;
  bool show_withheld = false;
  bool all_findings = false;  ///< Print them all, however many.
  ColorMode color = ColorMode::automatic;
  OutputFormat format = OutputFormat::human;

  std::optional<std::filesystem::path> profile;  ///< build: where its trace goes.

  bool external = false;     ///< check: try the links to other sites too.
  int timeout_seconds = 10;  ///< check: how long each of them may take to answer.

  std::string explain_place;  ///< explain: "file" or "file:line"; empty for everything.
  std::filesystem::path init_folder = ".";  ///< init
  std::optional<CiHost> init_ci;            ///< init: write its workflow too.

  std::vector<std::filesystem::path> import_files;   ///< import
  std::optional<std::filesystem::path> import_into;  ///< import: instead of the site's content.
  bool import_dry_run = false;                       ///< import: write nothing.
  bool import_merge = false;  ///< import: show how what is there differs from the import.

  DiffOptions diff;
  PublishOptions publish;

  std::string new_code;   ///< new meeting
  std::string new_date;   ///< new meeting: "2021-02-02"
  std::string new_kind;   ///< new meeting: empty for the kind that was announced for that day.
  std::string new_page;   ///< new page: its name, the last part of its address.
  std::string new_title;  ///< new page: empty for one made of its name.

  std::optional<int> serve_port;         ///< serve: else the first free one from 1313 on.
  std::string serve_bind = "127.0.0.1";  ///< serve: the IP address to listen at.
  bool serve_editor = false;             ///< serve: show what is withheld, shaded.
  bool serve_no_reload = false;          ///< serve: pages stay until they are loaded again.

  VerifyOptions verify;
};

}  // namespace opsg::app
