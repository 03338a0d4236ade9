#include "import_fixture.h"

#include <fmt/format.h>

#include <map>

#include "diagnostic_printer.h"
#include "text.h"

namespace opsg::test {
namespace {

using importing::DocumentText;
using importing::ImportedDocument;

constexpr std::string_view kPolicyToml = R"toml(
[policy]
people = "green"

[[policy.levels]]
name = "white"
other_names = ["TLP:CLEAR", "clear"]
audience = "public"
handling = "Information can be shared with the public, and any members may publish the information, subject to copyright."

[[policy.levels]]
name = "green"
audience = "parties"
handling = "Information can be shared with the parties and stakeholders at large, but not published (including publication online)."

[[policy.levels]]
name = "amber"
audience = "members"

[[policy.levels]]
name = "red"
)toml";

Policy some_policy() {
  Diagnostics diagnostics;
  return read_policy(toml(kPolicyToml), SourcePath("site.toml"), diagnostics).value();
}

std::string dropped_summary(const ImportedDocument& imported) {
  std::map<std::string, std::size_t> words;
  for (const importing::DroppedText& drop : imported.dropped) words[drop.rule] += drop.words;
  std::string summary;
  for (const auto& [rule, count] : words) summary += fmt::format("{}: {}\n", rule, count);
  return summary;
}

std::string account_summary(const importing::WordAccount& account) {
  return fmt::format("{} words = {} emitted + {} unresolved + {} dropped{}\n", account.source,
                     account.emitted, account.unresolved, account.dropped,
                     account.reconciles() ? "" : ": DOES NOT RECONCILE");
}

}  // namespace

ImportSite::ImportSite() : policy(some_policy()) {}

DocumentText document_of(std::string_view text) {
  DocumentText document;
  document.file = "minutes.txt";
  const bool paged = text.find('\f') != std::string_view::npos;
  int page = paged ? 1 : 0;
  int number = 0;
  for (std::string_view line : split_lines(text)) {
    if (line.starts_with('\f')) {
      line.remove_prefix(1);
      ++page;
    }
    document.lines.push_back({std::string(line), page, ++number, 0});
  }
  return document;
}

ImportedDocument import_text(std::string_view text) {
  static const ImportSite site;
  return import_document(document_of(text), site.rules());
}

std::string body_of(const ImportedDocument& imported) {
  const std::size_t end = imported.markdown.find("+++\n", 4);
  return imported.markdown.substr(end + 4);
}

std::string import_findings(std::string_view text, const ImportedDocument& imported) {
  return findings(text, imported.findings);
}

std::string import_report(std::string_view text) {
  const ImportedDocument imported = import_text(text);
  return "== meeting.toml\n" + write_meeting(imported.meeting) + "== " + imported.file_name + "\n" +
         imported.markdown + "== record\n" + summary(read_minutes(body_of(imported)).record) +
         "== findings\n" + import_findings(text, imported) + "== words left out\n" +
         dropped_summary(imported) + "== account\n" + account_summary(imported.account);
}

}  // namespace opsg::test
