#include "import_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "exit_status.h"
#include "extract_document.h"
#include "gate.h"
#include "import_summary.h"
#include "import_trial.h"
#include "line_diff.h"
#include "meeting_folders.h"
#include "progress_bar.h"
#include "report.h"
#include "site_config.h"
#include "site_session.h"
#include "text.h"
#include "toml_clearing.h"
#include "tracked_links.h"
#include "vocabulary.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;

/// What the site says that helps to understand documents.
struct SiteKnowledge {
  Policy policy;
  released::SiteConfig config;
  released::Vocabulary vocabulary;
};

/// Records may hold errors while an archive is brought in; site.toml and its companions may not.
std::optional<SiteKnowledge> read_knowledge(const SiteSession& session, Diagnostics& diagnostics) {
  Diagnostics found;
  const auto labelled = restricted::label_sources(session.tree, {}, found);
  if (!labelled) {
    diagnostics.append(std::move(found));
    return std::nullopt;
  }
  // Whoever imports may read all of them; labels are not theirs to have.
  const auto whole = [&](const TomlTable& table) {
    return restricted::clear_table(table, Level{}, {labelled->policy, labelled->rules, false},
                                   labelled->policy.full_clearance());
  };
  auto config = released::read_site_config(whole(labelled->site), labelled->site_path, diagnostics);
  if (!config) return std::nullopt;
  auto vocabulary = released::Vocabulary::make(*config, whole(labelled->parties),
                                               whole(labelled->glossary), {}, diagnostics);
  if (!vocabulary) return std::nullopt;
  return SiteKnowledge{labelled->policy, std::move(*config), std::move(*vocabulary)};
}

std::vector<ReadDocument> read_documents(const Options& options, const SiteKnowledge& knowledge,
                                         Diagnostics& diagnostics) {
  ProgressBar progress(wants_progress_bar(options));
  progress.begin("reading documents", options.import_files.size());
  const importing::ImportRules rules = {knowledge.config, knowledge.vocabulary, knowledge.policy};
  std::vector<ReadDocument> documents;
  for (const fs::path& file : options.import_files) {
    const SourcePath name(printable(file.string()));
    if (auto text = extraction::extract_document(file, name, {}, diagnostics)) {
      auto imported = importing::import_document(*text, rules);
      documents.push_back({name, std::move(*text), std::move(imported)});
    }
    progress.step();
  }
  progress.finish();
  return documents;
}

int page_of(const ReadDocument& document, std::uint32_t line) {
  const auto& lines = document.text.lines;
  return line > 0 && line <= lines.size() ? lines[line - 1].page : 0;
}

/// Nothing stands in the way of fresh files; what a person has written stays, which is an error
/// where a document could not be imported for it.
void report_kept(const ImportTarget& target, Diagnostics& diagnostics) {
  for (const TargetFile& file : target.files) {
    if (file.state != FileState::edited) continue;
    const SourceSpan place = {SourcePath((target.folder / file.name).generic_string()), 0, 0, 0};
    if (file.name == "meeting.toml") {
      Diagnostic& kept = diagnostics.warning(
          "import-kept", place, "it is not as the import would write it, and stays as it is");
      kept.with_help("see the difference by --merge, and bring over what is right");
      const auto missing = missing_facts(file.existing, file.text);
      if (missing.empty()) continue;
      kept.note(fmt::format("the documents give what it lacks: {}", fmt::join(missing, ", ")));
    } else {
      diagnostics
          .error("import-kept", place,
                 "there is another text here, which stays as it is: nothing was imported")
          .with_help("see the difference by --merge, or move the file away");
    }
  }
}

/// What was labelled by what its document said then.
void report_said(const ImportTarget& target, Diagnostics& diagnostics) {
  for (const TargetFile& file : target.files) {
    if (!file.says_more) continue;
    const SourceSpan place = {SourcePath((target.folder / file.name).generic_string()), 0, 0, 0};
    diagnostics
        .warning("import-said", place,
                 "the document names a more closed level than the record's comments quote")
        .with_help("see by --merge what it is, and that the record's label is right");
  }
}

/// `quote`: what differs; else only which files do, since either side may be withheld.
std::string differences(const std::vector<ImportTarget>& targets, bool quote) {
  std::string out;
  for (const ImportTarget& target : targets) {
    for (const TargetFile& file : target.files) {
      if (file.state != FileState::edited) continue;
      const std::string path = (target.folder / file.name).generic_string();
      out += quote ? line_diff(file.existing, file.text, path, path + " as imported")
                   : fmt::format(
                         "{}: not as the import would write it; the difference is shown on a "
                         "terminal, or with --show-withheld\n",
                         path);
    }
  }
  return out;
}

/// One import, from the files to the folders.
class Import {
 public:
  Import(const Options& options, const Report& report, const SiteSession& session)
      : options_(options), report_(report), session_(session), tree_(session.tree) {}

  int run() {
    std::error_code error;
    if (!fs::is_directory(into(), error)) {
      report_.print_failure(fmt::format("{} is no folder", into().string()));
      return kWrongUsage;
    }
    const auto knowledge = read_knowledge(session_, diagnostics_);
    if (!knowledge) return finish(kContentHasErrors);
    outcome_.documents = read_documents(options_, *knowledge, diagnostics_);
    outcome_.unread = options_.import_files.size() - outcome_.documents.size();
    for (const ReadDocument& document : outcome_.documents) {
      diagnostics_.append(document.imported.findings);
    }
    outcome_.bundles = make_bundles(outcome_.documents, knowledge->config.committee,
                                    meeting_folders(into() / "meetings"), diagnostics_);
    compare_imported(outcome_.bundles, knowledge->policy, tree_, diagnostics_);
    if (const auto done = place_bundles(); !done) {
      report_.print_failure(done.error().message);
      return finish(kMachineFailed);
    }
    diagnostics_.drop_warnings(knowledge->config.silenced_warnings);
    return finish(diagnostics_.has_errors() ? kContentHasErrors : kDone);
  }

 private:
  fs::path into() const { return options_.import_into.value_or(session_.root / "content"); }

  Result<void> place_bundles() {
    for (const ImportBundle& bundle : outcome_.bundles) {
      auto target = find_target(into() / "meetings", bundle);
      if (target) {
        outcome_.targets.push_back(std::move(*target));
        continue;
      }
      const SourcePath folder((into() / "meetings" / bundle.slug).generic_string());
      diagnostics_.error("import-kept", {folder, 0, 0, 0}, target.error().message)
          .with_help("move it away, and import again");
    }
    for (const ImportTarget& target : outcome_.targets) {
      if (!options_.import_merge) report_kept(target, diagnostics_);
      report_said(target, diagnostics_);
      if (options_.import_dry_run) continue;
      if (const auto done = write_target(target); !done) return done;
    }
    outcome_.written = !options_.import_dry_run;
    return {};
  }

  int finish(int status) {
    outcome_.findings = diagnostics_.items().size();
    report_.print(std::move(diagnostics_), context(may_quote_on(STDERR_FILENO)),
                  [this](Diagnostic& finding) { add_page(finding); });
    const bool quote = may_quote_on(STDOUT_FILENO);
    if (options_.import_merge) report_.say(differences(outcome_.targets, quote));
    report_.say(import_text(outcome_));
    report_.print_json(import_json(outcome_, quote));
    return status;
  }

  bool may_quote_on(int stream) const { return options_.show_withheld || ::isatty(stream) == 1; }

  /// Text that has no label yet is quoted where only who imports it can read it.
  DiagnosticContext context(bool quote) const {
    DiagnosticContext context;
    context.line_text = [this](const SourcePath& path, std::uint32_t line) {
      return text_of_line(path, line);
    };
    if (!quote) context.may_quote = [](const SourceSpan& span) { return span.line == 0; };
    return context;
  }

  /// A line of a PDF's text means nothing to who has its pages before them.
  void add_page(Diagnostic& finding) const {
    for (const ReadDocument& document : outcome_.documents) {
      if (document.name != finding.span.path) continue;
      const int page = page_of(document, finding.span.line);
      if (page > 0) finding.note(fmt::format("on page {}", page));
    }
  }

  std::optional<std::string_view> text_of_line(const SourcePath& path, std::uint32_t line) const {
    for (const ReadDocument& document : outcome_.documents) {
      if (document.name != path) continue;
      if (line == 0 || line > document.text.lines.size()) return std::nullopt;
      const std::string& text = document.text.lines[line - 1].text;
      // Such a link holds the mail address of whoever received it.
      if (importing::holds_tracked_link(text)) return std::nullopt;
      return text;
    }
    return source_line(tree_, path, line);
  }

  const Options& options_;
  const Report& report_;
  const SiteSession& session_;
  SourceTree tree_;  ///< The site as it would be, for messages.
  Diagnostics diagnostics_;
  ImportOutcome outcome_;
};

}  // namespace

int run_import(const Options& options) {
  const Report report(options);
  Diagnostics of_other_files;
  return with_site(options, report, of_other_files, [&](const SiteSession& session) {
    return Import(options, report, session).run();
  });
}

}  // namespace opsg::app
