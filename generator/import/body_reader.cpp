#include "body_reader.h"

#include <algorithm>
#include <utility>

#include "bare_links.h"
#include "canonical_words.h"
#include "coming_meetings.h"
#include "entry_paragraphs.h"
#include "entry_prose.h"
#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kFarAhead = 400;      ///< Lines in which a table may still go on.
constexpr std::size_t kMostBreakWords = 4;  ///< Of a stray line where a page's end cuts a table.

bool begins_note(std::string_view text) {
  return starts_with_ignoring_case(text, "[post") || starts_with_ignoring_case(text, "*[post");
}

/// A note that lacks its brackets, and holds none.
bool begins_bare_note(std::string_view text) {
  return starts_with_ignoring_case(text, "post meeting note:") &&
         text.find_first_of("[]") == std::string_view::npos;
}

bool is_announcement(std::string_view text) {
  return starts_with_ignoring_case(text, "next ") || starts_with_ignoring_case(text, "the next ") ||
         starts_with_ignoring_case(text, "date of");
}

}  // namespace

BodyReader::BodyReader(const TextLines& lines, const LineFlow& flow, const ImportRules& rules,
                       MeetingRecord& meeting, AttendanceReader& attendance, ImportLedger& ledger)
    : lines_(lines),
      flow_(flow),
      rules_(rules),
      meeting_(meeting),
      attendance_(attendance),
      ledger_(ledger),
      table_(rules, blocks_, ledger) {}

RecordBlocks BodyReader::read(RecordBlocks introduction) {
  blocks_ = std::move(introduction);
  while (at_ < lines_.size()) read_line();
  for (const auto& [address, place] : unplaced_links_) {
    if (!link_words(blocks_, address)) ledger_.leave_unresolved(address, place);
  }
  return std::move(blocks_);
}

void BodyReader::read_line() {
  if (take_item() || take_table() || take_bare_link() || take_stray() || take_break_text()) return;
  if (lines_[at_].is_row()) return take_other_table();
  if (!take_bullet()) take_paragraph();
}

bool BodyReader::take_item() {
  const auto item = numbers_.read(lines_[at_]);
  if (!item) return false;
  const TextPlace place = lines_[at_++].place;
  table_.end();
  in_entry_ = false;
  numbers_.accept(*item);
  add(RecordBlock::Kind::item, item->title, place).id = item->number;
  if (!item->text.empty()) add_paragraph(gather(item->text), place);
  return true;
}

bool BodyReader::take_table() {
  if (const std::size_t head = table_.take_head(lines_, at_)) {
    in_entry_ = false;
    at_ += head;
    return true;
  }
  if (const std::size_t row = table_.take_flat_row(lines_, at_)) {
    at_ += row;
    return true;
  }
  if (!table_.take_row(lines_[at_])) return false;
  ++at_;
  return true;
}

/// The address of a link whose words stand somewhere above.
bool BodyReader::take_bare_link() {
  const std::string address = read_bare_link(lines_[at_].text);
  if (address.empty()) return false;
  const TextPlace place = lines_[at_++].place;
  if (!links_.insert(address).second) {
    ledger_.drop("repeated-link", address, place);
  } else if (!link_words(blocks_, address)) {
    unplaced_links_.emplace_back(address, place);
  }
  return true;
}

bool BodyReader::stands_at_break(std::size_t at) const {
  for (std::size_t i = at; i < std::min(at + 3, lines_.size()); ++i) {
    if (lines_[i].break_before || (i > at && table_.begins_head(lines_, i))) return true;
  }
  return false;
}

/// The end of an attendance list, where a page's end has put it into the text.
bool BodyReader::take_stray() {
  if (!stands_at_break(at_) || !attendance_.is_stray(lines_[at_])) return false;
  attendance_.take_stray(lines_[at_++]);
  return true;
}

/// A line of a page's foot that stands where a page's end cuts a table.
bool BodyReader::take_break_text() {
  const TextLine& line = lines_[at_];
  const bool before_head = at_ > 0 && at_ + 1 < lines_.size() && !line.is_row() &&
                           table_.begins_head(lines_, at_ + 1) &&
                           (lines_[at_ - 1].is_row() || table_.is_flat());
  if (!before_head || ends_sentence(line.text)) return false;
  if (canonical_words(line.text).size() > kMostBreakWords) return false;
  ledger_.drop("page-furniture", line.text, line.place);
  ledger_.findings()
      .warning("import-break-text", ledger_.at(line.place),
               "this line was left out: it seems to be printed where a page ends")
      .with_help("if it is text, write it where it belongs");
  ++at_;
  return true;
}

bool BodyReader::take_bullet() {
  const auto bullet = read_bullet(lines_[at_].text);
  if (!bullet) return false;
  const TextPlace place = lines_[at_].place;
  ledger_.rewrite("bullet", lines_[at_].text, *bullet, place);
  ++at_;
  const std::string text = gather(*bullet);
  if (table_.takes_prose() || is_about_last_row(text)) {
    table_.add_prose("- " + text, place);
  } else {
    add(RecordBlock::Kind::bullet, text, place).in_entry = in_entry_;
  }
  return true;
}

/// A table that is no register's.
void BodyReader::take_other_table() {
  table_.end();
  RecordBlock& table = add(RecordBlock::Kind::table, {}, lines_[at_].place);
  table.in_entry = in_entry_;
  for (; at_ < lines_.size() && lines_[at_].is_row(); ++at_) {
    if (!table.rows.empty() && table_.begins_head(lines_, at_)) break;
    std::vector<std::string> cells;
    for (const std::string_view cell : split(lines_[at_].text, '\t')) {
      cells.push_back(collapse_space(cell));
    }
    table.rows.push_back(std::move(cells));
  }
}

void BodyReader::take_paragraph() {
  const TextPlace place = lines_[at_].place;
  numbers_.note_list(lines_[at_]);
  const int heading = lines_[at_].heading;
  std::string text = lines_[at_++].text;
  if (heading > 0) {
    table_.end();
    in_entry_ = false;
    add(RecordBlock::Kind::subheading, without_emphasis(text), place);
    return;
  }
  add_paragraph(gather(std::move(text)), place);
}

void BodyReader::add_paragraph(const std::string& text, TextPlace place) {
  if (auto action = read_action(text, place, rules_, meeting_.date, ledger_)) {
    table_.close_entry();
    action->in_entry = in_entry_;
    blocks_.push_back(std::move(*action));
  } else if (auto entry = read_entry_paragraph(text, place, rules_)) {
    table_.end();
    in_entry_ = true;
    blocks_.push_back(std::move(entry->entry));
    if (!entry->rest.empty()) add(RecordBlock::Kind::paragraph, entry->rest, place).in_entry = true;
  } else if (begins_bare_note(text)) {
    add(RecordBlock::Kind::paragraph, "[" + text + "]", place).in_entry = in_entry_;
  } else if (is_announcement(text) && take_coming_meetings(text, place, meeting_, ledger_)) {
    return;
  } else if (is_about_last_row(text) || (table_.takes_prose() && !ends_table(text))) {
    table_.add_prose(text, place);
  } else {
    table_.close_entry();
    add(RecordBlock::Kind::paragraph, text, place).in_entry = in_entry_;
  }
}

/// A cell across all columns looks like text in a PDF: it is the row's where it leads to the state
/// that the row lacks.
bool BodyReader::is_about_last_row(const std::string& text) const {
  if (!table_.awaits_state()) return false;
  if (ends_in_state(text)) return true;
  const std::size_t end = std::min(lines_.size(), at_ + kFarAhead);
  for (std::size_t i = at_; i < end; ++i) {
    const TextLine& line = lines_[i];
    if (table_.begins_head(lines_, i)) continue;
    if (line.is_row() || line.heading > 0 || numbers_.read(line)) return false;
    if (begins_entry_paragraph(line.text, rules_)) return false;
    if (ends_in_state(line.text) || ascii_lower(line.text).ends_with("status:")) return true;
  }
  return false;
}

/// Whether the text is a decision on the whole table: no row follows it in this item.
bool BodyReader::ends_table(const std::string& text) const {
  const DecisionVerbs& decisions = rules_.decisions;
  if (!decisions.begin(text) && !decisions.introduced_by(text)) return false;
  const std::size_t end = std::min(lines_.size(), at_ + kFarAhead);
  for (std::size_t i = at_; i < end && !numbers_.read(lines_[i]); ++i) {
    if (table_.begins_flat_row(lines_, i)) return false;
  }
  return true;
}

RecordBlock& BodyReader::add(RecordBlock::Kind kind, std::string text, TextPlace place) {
  RecordBlock block;
  block.kind = kind;
  block.text = std::move(text);
  block.place = place;
  blocks_.push_back(std::move(block));
  return blocks_.back();
}

/// The paragraph that begins with the text and goes on in the lines from `at_`.
std::string BodyReader::gather(std::string text) {
  while (at_ < lines_.size() && !begins_structure(at_) &&
         goes_on(lines_[at_ - 1], lines_[at_], flow_)) {
    join_text(text, lines_[at_++].text);
  }
  return text;
}

bool BodyReader::begins_structure(std::size_t at) const {
  const TextLine& line = lines_[at];
  return line.is_row() || line.heading > 0 || read_bullet(line.text) || numbers_.read(line) ||
         begins_note(line.text) || begins_bare_note(line.text) || begins_point(line.text) ||
         begins_entry_paragraph(line.text, rules_) || !read_bare_link(line.text).empty() ||
         table_.begins_head(lines_, at) || table_.begins_flat_row(lines_, at) ||
         (stands_at_break(at) && attendance_.is_stray(line)) ||
         (is_announcement(line.text) && ends_sentence(lines_[at - 1].text));
}

}  // namespace opsg::importing
