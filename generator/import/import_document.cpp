#include "import_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "agenda_numbers.h"
#include "attendance_reader.h"
#include "banner.h"
#include "body_reader.h"
#include "clean_text.h"
#include "decision_text.h"
#include "entry_completion.h"
#include "file_words.h"
#include "front_reader.h"
#include "import_ledger.h"
#include "page_furniture.h"
#include "record_writer.h"
#include "said_label.h"
#include "said_levels.h"
#include "source_markings.h"
#include "tracked_links.h"
#include "wrapping.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kMostLostWords = 20;

WordAccount account_for(const DocumentText& document, const ImportedDocument& imported,
                        const ImportLedger& ledger) {
  const std::vector<std::string> files = {toml_text(write_meeting(imported.meeting)),
                                          document_text(imported.markdown)};
  return account_words(document, files, ledger.dropped(), ledger.unresolved(), ledger.own());
}

/// An error of the program's own, which must not take words away in silence.
void report_lost_words(const WordAccount& account, ImportLedger& ledger) {
  if (account.lost.empty()) return;
  const std::size_t count = std::min(account.lost.size(), kMostLostWords);
  ledger.findings()
      .warning(
          "import-text-lost", ledger.at({}),
          fmt::format("words of the document are in no file: {}",
                      fmt::join(account.lost.begin(),
                                account.lost.begin() + static_cast<std::ptrdiff_t>(count), " ")))
      .with_help("look them up in the document; what belongs to the record, write there yourself");
}

/// The list of what was left out never holds what a tracked link did.
std::vector<DroppedText> without_tracked_links(std::vector<DroppedText> dropped) {
  for (DroppedText& drop : dropped) {
    if (drop.rule == kTrackedLinkRule) drop.text.clear();
  }
  return dropped;
}

/// The comments stand in both files. The banner was in the document once, and all else that they
/// say is accounted for already.
void account_for_comments(const SaidLabel& said, ImportLedger& ledger) {
  const std::vector<std::string> lines = label_comments(said);
  for (const std::string& line : lines) ledger.write_own(line);
  ledger.write_own(said.banner.empty() ? lines.front() : kDocumentSays);
  for (const std::string& text : said.also) ledger.write_own(fmt::format("{} {}", kAlsoSays, text));
}

}  // namespace

ImportedDocument import_document(const DocumentText& document, const ImportRules& rules) {
  ImportLedger ledger(document.file);
  ImportedDocument imported;
  TextLines lines = clean_text(document, ledger);
  const LineFlow flow = judge_flow(lines, document.wrapping);
  const Banner banner = take_banners(lines, rules.policy, flow.wrapped, ledger);
  take_page_furniture(lines, ledger);

  AttendanceReader attendance(rules, imported.meeting, ledger);
  const DocumentFront front = read_front(std::move(lines), document.file, flow, rules, attendance,
                                         imported.meeting, ledger);
  BodyReader body(front.body, flow, rules, imported.meeting, attendance, ledger);
  RecordBlocks blocks = body.read(front.introduction);
  attendance.finish();
  complete_entries(blocks, rules, ledger);
  mark_decisions(blocks, rules.decisions, ledger);
  judge_source_markings(blocks, rules.policy, banner, ledger);

  imported.meeting.said = {banner.text, find_said_levels(document, banner, rules, ledger)};
  account_for_comments(imported.meeting.said, ledger);
  if (!front.kind.empty()) imported.file_name = front.kind + ".md";
  imported.markdown =
      write_record({imported.meeting.said, front.status, banner.statement}, blocks, ledger);
  imported.account = account_for(document, imported, ledger);
  report_lost_words(imported.account, ledger);
  imported.dropped = without_tracked_links(ledger.dropped());
  imported.unresolved = ledger.unresolved();
  imported.findings = ledger.take_findings();
  return imported;
}

}  // namespace opsg::importing
