#include "diff_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <utility>

#include "approval_file.h"
#include "counted_text.h"
#include "date.h"
#include "diff_baseline.h"
#include "diff_result.h"
#include "diff_site.h"
#include "exit_status.h"
#include "file_system.h"
#include "profile_file.h"
#include "report.h"
#include "review_page.h"
#include "search_program.h"
#include "site_build.h"
#include "site_session.h"
#include "site_setting.h"
#include "text.h"
#include "theme_choice.h"

namespace opsg::app {
namespace {

using comparison::ChangeKind;

std::string setting(const SiteSession& session, std::string_view key) {
  const auto value = site_setting(session.tree, key);
  return value ? *value->string() : std::string();
}

/// For a POSIX shell.
std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + '\'';
}

std::string approve_command(const Options& options, const SiteSession& session,
                            const std::string& list_hash) {
  std::string command = "opsg-site diff";
  if (options.audience != "public") command += " --audience " + shell_quoted(options.audience);
  if (!options.diff.against.empty()) {
    command += " --against " + shell_quoted(options.diff.against);
  }
  if (!options.diff.revision.empty()) {
    command += " --revision " + shell_quoted(options.diff.revision);
  }
  const std::string committee = setting(session, "committee");
  const std::string role = committee.empty() ? "Chair" : committee + " Chair";
  return command + fmt::format(" --approve {} --expect {}", shell_quoted(role), list_hash);
}

/// Whether it can stand in approvals.toml as it is.
bool is_role(const std::string& text) {
  const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  return !trim(text).empty() && is_valid_utf8(text) && !has_control && printable(text) == text;
}

/// Empty where nothing is wrong with them.
std::string misuse_of(const DiffOptions& options) {
  if (options.approve && !is_role(*options.approve)) {
    return "--approve wants a role, in plain letters: \"OPSG Chair\"";
  }
  if (options.expect && !options.approve) {
    return "--expect names the list that is to be approved: give --approve too, with who approves";
  }
  return {};
}

class DiffCommand {
 public:
  DiffCommand(const Options& options, const Report& report, const SiteSession& session)
      : options_(options), report_(report), session_(session) {}

  int run(Diagnostics diagnostics) {
    if (const std::string misuse = misuse_of(options_.diff); !misuse.empty()) {
      report_.print_failure(misuse);
      return kWrongUsage;
    }
    if (const int status = read_approvals(); status != kDone) return status;
    auto built = build_in_memory(options_, report_, session_, std::move(diagnostics));
    if (!built) return built.error();
    policy_ = built->outcome.labelled->policy;
    if (const int status = compare(**built->outcome.site); status != kDone) return status;
    return tell();
  }

 private:
  int machine_failed(const Failure& failure) const {
    report_.print_failure(failure.message);
    return kMachineFailed;
  }

  int read_approvals() {
    Diagnostics found;
    auto file = read_approval_file(session_.root, found);
    if (!file) return machine_failed(file.error());
    approval_file_ = std::move(*file);
    print_findings(report_, approval_file_, std::move(found));
    return approval_file_.approvals ? kDone : kContentHasErrors;
  }

  int compare(const RenderedSite& site) {
    Diagnostics told_by_the_build;
    const auto theme = choose_theme(session_.root, session_.tree, told_by_the_build);
    if (!theme) return machine_failed(theme.error());
    BuildRequest request = build_request(options_, session_);
    request.search_program = search::find_search_program(session_.root);
    auto before = read_baseline(options_, session_, *theme, request);
    if (!before) {
      report_.print_failure(before.error().message);
      return before.error().exit_status;
    }
    const auto after = published_site(site);
    if (!after) return machine_failed(after.error());
    result_ = compare_sites({*before, *after, *approval_file_.approvals});
    print_outdated(report_, approval_file_, result_);
    result_.site = setting(session_, "title");
    if (const Audience* audience = policy_.find_audience(options_.audience)) {
      result_.classification = policy_[audience->clearance.level].name;
    }
    result_.approve_command = approve_command(options_, session_, result_.list_hash);
    return kDone;
  }

  int tell() {
    const LogQuote quote = log_quote(options_, policy_, STDOUT_FILENO);
    report_.say(diff_text(result_, quote, wants_color(options_.color, STDOUT_FILENO)));
    report_.print_json(diff_json(result_, quote));
    if (options_.diff.html) {
      if (const int status = write_html(*options_.diff.html); status != kDone) return status;
    }
    if (options_.diff.approve) {
      if (const int status = approve(); status != kDone) return status;
    }
    return judge();
  }

  int write_html(const std::filesystem::path& path) const {
    const auto page = review_page(result_);
    if (!page) return machine_failed(page.error());
    // It may quote what is public no more.
    if (const auto written = write_private_file(path, *page); !written) {
      return machine_failed(written.error());
    }
    report_.say(fmt::format("{}: the report, to be read by who approves\n", path.string()));
    return kDone;
  }

  int approve() {
    if (options_.diff.expect && *options_.diff.expect != result_.list_hash) {
      report_.print_failure(
          "this is not the list that was to be approved: the records, or what they are compared "
          "with, have changed since; make a new report and have it read");
      return kAuditFailed;
    }
    if (result_.unapproved.empty()) {
      report_.say("There is nothing to approve.\n");
      return kDone;
    }
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    comparison::Approval approval{std::string(trim(*options_.diff.approve)),
                                  iso_date_time(now),
                                  result_.audience,
                                  result_.against_sha256,
                                  {}};
    for (const comparison::PassageChange* change : result_.unapproved) {
      approval.passages.push_back(comparison::approval_hash(*change));
    }
    const auto written = append_approval(session_.root, approval_file_, approval);
    if (!written) return machine_failed(written.error());
    report_.say(fmt::format("{}: {} approved by {} for the audience {}\n", kApprovalFile,
                            counted(approval.passages.size(), "passage"), approval.by,
                            approval.audience));
    result_.unapproved.clear();
    return kDone;
  }

  /// How many of these changes --fail-on counts: those that want an approval and lack it, and those
  /// that no approval is asked for.
  std::size_t count_failing(ChangeKind kind) const {
    if (kind == ChangeKind::no_longer_public) return result_.passages.counts().no_longer_public;
    const auto& open = result_.unapproved;
    return static_cast<std::size_t>(std::count_if(
        open.begin(), open.end(), [kind](const auto* change) { return change->kind() == kind; }));
  }

  int judge() const {
    std::size_t failing = 0;
    for (const ChangeKind kind : options_.diff.fail_on) failing += count_failing(kind);
    if (failing == 0) return kDone;
    report_.print_failure(fmt::format("{} of the kinds that --fail-on names: a sign-off is missing",
                                      counted(failing, "change")));
    return kAuditFailed;
  }

  const Options& options_;
  const Report& report_;
  const SiteSession& session_;
  ApprovalFile approval_file_;
  Policy policy_;
  DiffResult result_;
};

}  // namespace

int run_diff(const Options& options) {
  const Report report(options);
  Diagnostics found;
  return with_site(options, report, found, [&](const SiteSession& session) {
    const Options compared = options_for_diff(options, session);
    return DiffCommand(compared, report, session).run(std::move(found));
  });
}

}  // namespace opsg::app
