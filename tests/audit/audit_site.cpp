#include "audit_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diagnostic_printer.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::testing {
namespace {

constexpr std::string_view kSite = R"(title = "Operations"
committee = "OPSG"
time_zone = "Europe/London"
[policy]
people = "green"
[[policy.levels]]
name = "white"
other_names = ["TLP:CLEAR"]
audience = "public"
[[policy.levels]]
name = "green"
audience = "parties"
[[policy.levels]]
name = "amber"
audience = "members"
[policy.audiences.members]
drafts = true
embargoed = true
[[policy.levels]]
name = "red"
[registers.actions]
raised_by = "ACTION"
)";

constexpr int kJobs = 2;

Policy policy_of(const SourceTree& tree) {
  Diagnostics diagnostics;
  const SourcePath path("site.toml");
  const auto table = read_toml(tree.find("site.toml")->bytes, path, 1, diagnostics);
  return *read_policy(*table, path, diagnostics);
}

}  // namespace

AuditSite::AuditSite() {
  site_.audience = "public";
  source("site.toml", std::string(kSite));
  source("content/meetings/m/meeting.toml", "classification = \"white\"\ncode = \"41_2501\"\n");
}

AuditSite& AuditSite::source(std::string path, std::string bytes) {
  std::erase_if(tree_.files, [&](const SourceFile& file) { return file.path.view() == path; });
  tree_.files.push_back({SourcePath(std::move(path)), std::move(bytes)});
  std::sort(tree_.files.begin(), tree_.files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return *this;
}

AuditSite& AuditSite::minutes(std::string_view label, std::string_view body) {
  return source(
      "content/meetings/m/minutes.md",
      fmt::format("+++\nclassification = \"{}\"\nstatus = \"final\"\n+++\n{}", label, body));
}

AuditSite& AuditSite::output(std::string path, std::string bytes) {
  site_.files.push_back({std::move(path), std::move(bytes)});
  return *this;
}

AuditSite& AuditSite::page(std::string_view text) {
  return output("index.html", fmt::format("<body><p>{}</p></body>", text));
}

AuditSite& AuditSite::index_file(std::string path, std::string bytes) {
  addition_.made.push_back({std::move(path), std::move(bytes)});
  return *this;
}

AuditSite& AuditSite::search_file(std::string path, std::string bytes) {
  addition_.own.push_back({std::move(path), std::move(bytes)});
  return *this;
}

AuditSite& AuditSite::program_text(std::string text) {
  public_texts_.push_back(std::move(text));
  return *this;
}

AuditSite& AuditSite::audience(std::string name) {
  site_.audience = std::move(name);
  return *this;
}

AuditSite& AuditSite::now(UtcTime time) {
  now_ = time;
  return *this;
}

AuditSite& AuditSite::memo(restricted::AuditMemo& memo) {
  memo_ = &memo;
  return *this;
}

std::optional<AuditedSite> AuditSite::audit(Diagnostics& diagnostics) const {
  const Policy policy = policy_of(tree_);
  const restricted::AuditInput input{tree_, policy,  public_texts_, {now_, "Europe/London"},
                                     kJobs, nullptr, memo_};
  auto audited = restricted::Auditor::audit(input, site_, diagnostics);
  if (!audited || (addition_.made.empty() && addition_.own.empty())) return audited;
  return restricted::Auditor::audit_addition(input, std::move(*audited), addition_, diagnostics);
}

bool AuditSite::is_clean() const {
  Diagnostics diagnostics;
  return audit(diagnostics).has_value();
}

std::string AuditSite::findings() const {
  Diagnostics diagnostics;
  audit(diagnostics);
  DiagnosticContext context;
  context.line_text = [&](const SourcePath& path,
                          std::uint32_t line) -> std::optional<std::string_view> {
    const auto lines = split_lines(tree_.find(path.view())->bytes);
    if (line == 0 || line > lines.size()) return std::nullopt;
    return lines[line - 1];
  };
  return format_diagnostics(diagnostics, context);
}

std::string AuditSite::places() const {
  Diagnostics diagnostics;
  audit(diagnostics);
  std::string places;
  for (const Diagnostic& item : diagnostics.items()) {
    places += fmt::format("{}:{}:{}\n", item.span.path.view(), item.span.line, item.span.column);
  }
  return places;
}

}  // namespace opsg::testing
