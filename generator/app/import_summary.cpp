#include "import_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "counted_text.h"
#include "json_text.h"

namespace opsg::app {
namespace {

using Json = nlohmann::ordered_json;

std::string_view state_name(FileState state, bool written) {
  switch (state) {
    case FileState::fresh:
      return written ? "written" : "to be written";
    case FileState::unchanged:
      return "unchanged";
    case FileState::edited:
      break;
  }
  return "kept as it is";
}

std::map<std::string, std::size_t> words_by_rule(const importing::ImportedDocument& imported) {
  std::map<std::string, std::size_t> words;
  for (const importing::DroppedText& each : imported.dropped) words[each.rule] += each.words;
  return words;
}

std::string account_text(const ReadDocument& document) {
  const importing::WordAccount& account = document.imported.account;
  std::vector<std::string> rules;
  for (const auto& [rule, words] : words_by_rule(document.imported)) {
    rules.push_back(fmt::format("{} {}", rule, words));
  }
  const std::string dropped = rules.empty() ? "" : fmt::format(" ({})", fmt::join(rules, ", "));
  return fmt::format("{}: {} = {} written + {} left out{} + {} unresolved", document.name.view(),
                     counted(account.source, "word"), account.emitted, account.dropped, dropped,
                     account.unresolved) +
         (account.reconciles() ? "" : "; THIS DOES NOT ADD UP");
}

std::size_t count_files(const ImportOutcome& outcome, FileState state) {
  std::size_t count = 0;
  for (const ImportTarget& target : outcome.targets) {
    count += static_cast<std::size_t>(
        std::count_if(target.files.begin(), target.files.end(),
                      [&](const TargetFile& file) { return file.state == state; }));
  }
  return count;
}

std::string target_text(const ImportTarget& target, bool written) {
  std::string text = target.folder.generic_string() + "/\n";
  for (const TargetFile& file : target.files) {
    text += fmt::format("  {:<14} {}\n", file.name, state_name(file.state, written));
  }
  return text;
}

std::string totals_text(const ImportOutcome& outcome) {
  std::string text = fmt::format(
      "{} of {}: {} {}, {} unchanged, {} kept as they are.\n",
      counted(outcome.documents.size(), "document"), counted(outcome.bundles.size(), "meeting"),
      counted(count_files(outcome, FileState::fresh), "file"),
      outcome.written ? "written" : "to be written", count_files(outcome, FileState::unchanged),
      count_files(outcome, FileState::edited));
  if (outcome.unread > 0) {
    text += fmt::format("{} could not be read.\n", counted(outcome.unread, "file"));
  }
  return text;
}

Json document_json(const ReadDocument& document, bool quote) {
  const importing::ImportedDocument& imported = document.imported;
  Json out = {{"file", document.name.view()},
              {"record", imported.file_name},
              {"words",
               {{"source", imported.account.source},
                {"written", imported.account.emitted},
                {"dropped", imported.account.dropped},
                {"unresolved", imported.account.unresolved}}},
              {"reconciles", imported.account.reconciles()},
              {"dropped", words_by_rule(imported)},
              {"unresolved", Json::array()}};
  for (const importing::UnresolvedText& each : imported.unresolved) {
    Json place = {{"page", each.page}, {"line", each.line}};
    if (quote) place["text"] = each.text;
    out["unresolved"].push_back(std::move(place));
  }
  return out;
}

}  // namespace

std::string import_text(const ImportOutcome& outcome) {
  std::string text;
  for (const ImportTarget& target : outcome.targets) text += target_text(target, outcome.written);
  if (!outcome.documents.empty()) text += "\n";
  for (const ReadDocument& document : outcome.documents) text += account_text(document) + "\n";
  text += (text.empty() ? "" : "\n") + totals_text(outcome);
  if (outcome.findings > 0) {
    text += fmt::format("{} to look at, above.\n", counted(outcome.findings, "place"));
  }
  if (outcome.written && count_files(outcome, FileState::fresh) > 0) {
    text += "Now read the new files, give each its classification, and run `opsg-site check`.\n";
  }
  return text;
}

std::string import_json(const ImportOutcome& outcome, bool quote) {
  Json out = {{"written", outcome.written},
              {"unread", outcome.unread},
              {"findings", outcome.findings},
              {"documents", Json::array()},
              {"meetings", Json::array()}};
  for (const ReadDocument& document : outcome.documents) {
    out["documents"].push_back(document_json(document, quote));
  }
  for (const ImportTarget& target : outcome.targets) {
    Json files = Json::array();
    for (const TargetFile& file : target.files) {
      files.push_back({{"name", file.name}, {"state", state_name(file.state, outcome.written)}});
    }
    out["meetings"].push_back({{"folder", target.folder.generic_string()}, {"files", files}});
  }
  return json_text(out);
}

}  // namespace opsg::app
