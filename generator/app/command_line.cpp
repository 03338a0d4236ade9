#include "command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli_description.h"
#include "command_options.h"
#include "exit_status.h"
#include "help_formatter.h"
#include "text.h"
#include "version.h"

namespace opsg::app {
namespace {

using Chosen = Command Commands::*;

constexpr const char* kProgram = "opsg-site";

constexpr const char* kDescription =
    "Publishes a committee's meeting records as a static site, by its information policy.\n"
    "\n"
    "Start with `opsg-site init my-site`, then `cd my-site` and `opsg-site build`.";

constexpr const char* kFooter =
    "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the audit or a\n"
    "verification failed, or a sign-off is missing,\n"
    "4 the machine failed (disk full, no permission).";

using AddOptions = void (*)(CLI::App& command, Options& options);

/// A command as its user finds it. Either it is run, or there are commands below it.
struct CommandEntry {
  const char* name;
  const char* description;
  Chosen command = nullptr;
  AddOptions add_options = nullptr;
  std::span<const CommandEntry> below = {};
};

constexpr CommandEntry kNewCommands[] = {
    {"meeting", "Write meeting.toml, and minutes that repeat what is outstanding",
     &Commands::new_meeting, add_new_meeting_options},
    {"page", "Write a page of text to begin with", &Commands::new_page, add_new_page_options},
};

constexpr CommandEntry kCommands[] = {
    {"build", "Render what an audience may see, audit it, and swap it in", &Commands::build,
     add_build_options},
    {"serve", "Show the site in a browser as it would be built, and anew after every save",
     &Commands::serve, add_serve_options},
    {"check", "Report everything wrong in all records, whatever their label; write nothing",
     &Commands::check, add_check_options},
    {"diff", "Show what readers would see change: newly public, changed, no longer public",
     &Commands::diff, add_diff_options},
    {"explain", "Say of every portion its level, the rule that decided it, and who sees it",
     &Commands::explain, add_explain_options},
    {"init", "Write a small site that builds, to start from", &Commands::init, add_init_options},
    {"import", "Turn Word, PDF and text documents into records, for a person to read and label",
     &Commands::import, add_import_options},
    {"new", "Write the files of a new meeting or page", nullptr, nullptr, kNewCommands},
    {"verify", "Compare a folder, or what is served at a URL, with its manifest", &Commands::verify,
     add_verify_options},
    {"publish", "Build, audit and verify the site, and bring it to where it is served",
     &Commands::publish, add_publish_options},
    {"rollback", "Serve an earlier release again, if today's policy would publish all it shows",
     &Commands::rollback, add_rollback_options},
    {"version", "Print the program's version", &Commands::version, add_report_options},
};

/// When the options of a command are described: of each, or, which a start is quicker for, of the
/// one that turns out to be asked for.
enum class Described { each, chosen };

class CommandTable {
 public:
  CommandTable(Options& options, Chosen& chosen, Described described)
      : options_(options), chosen_(chosen), described_(described) {}

  /// What is chosen is told to the table's `chosen`, its options to `options`.
  void add(CLI::App& above, std::span<const CommandEntry> entries) {
    above.require_subcommand(1);
    for (const CommandEntry& entry : entries) add(above, entry);
  }

 private:
  void add(CLI::App& above, const CommandEntry& entry) {
    CLI::App& command = *above.add_subcommand(entry.name, entry.description);
    if (!entry.below.empty()) return add(command, entry.below);
    command.callback([&chosen = chosen_, &entry] { chosen = entry.command; });
    const auto describe = [&command, &options = options_, &entry](std::size_t) {
      entry.add_options(command, options);
    };
    if (described_ == Described::each) return describe(0);
    command.preparse_callback(describe);
  }

  Options& options_;
  Chosen& chosen_;
  Described described_;
};

/// Of what the program is told, all that it understands. What is chosen ends up in `chosen`, its
/// options in `options`.
void add_commands(CLI::App& app, Options& options, Chosen& chosen, Described described) {
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(kFooter);
  app.set_help_flag("-h,--help", "Print this help and end");
  app.set_version_flag("--version", version_line(), "Print the program's version and end");
  CommandTable(options, chosen, described).add(app, kCommands);
}

/// The first argument that is where a command should be, and none; empty where there is none.
std::string unknown_command(int argc, const char* const* argv) {
  std::span<const CommandEntry> entries = kCommands;
  for (int i = 1; i < argc && !entries.empty() && argv[i][0] != '-'; ++i) {
    const std::string_view word = argv[i];
    std::vector<std::string> names;
    for (const CommandEntry& entry : entries) names.emplace_back(entry.name);
    const auto known = std::find(names.begin(), names.end(), word);
    if (known == names.end()) {
      const auto meant = nearest(word, names);
      return fmt::format("there is no command `{}`{}", printable(word),
                         meant ? fmt::format("; did you mean `{}`?", *meant) : "");
    }
    entries = entries[static_cast<std::size_t>(known - names.begin())].below;
  }
  return {};
}

/// CLI11 has statuses of its own; ours are documented.
int parse_status(const CLI::App& app, const CLI::ParseError& error) {
  return app.exit(error) == 0 ? kDone : kWrongUsage;
}

}  // namespace

int run(int argc, const char* const* argv, const Commands& commands) {
  Options options;
  Chosen chosen = nullptr;
  CLI::App app(kDescription, kProgram);
  add_commands(app, options, chosen, Described::chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (const std::string unknown = unknown_command(argc, argv); !unknown.empty()) {
      fmt::print(stderr, "{}\nRun with --help for more information.\n", unknown);
      return kWrongUsage;
    }
    return parse_status(app, error);
  }
  return (commands.*chosen)(options);
}

CommandReference describe_program() {
  Options options;
  Chosen chosen = nullptr;
  CLI::App app(kDescription, kProgram);
  add_commands(app, options, chosen, Described::each);
  return describe(app);
}

}  // namespace opsg::app
