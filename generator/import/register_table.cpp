#include "register_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "entry_prose.h"
#include "flat_row.h"
#include "line_shapes.h"
#include "text.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLongestId = 40;

std::vector<std::string> cells_of(const std::string& row) {
  std::vector<std::string> cells;
  for (const std::string_view cell : split(row, '\t')) cells.emplace_back(trim(cell));
  return cells;
}

bool is_alone(const std::vector<std::string>& cells) {
  return std::count_if(cells.begin(), cells.end(),
                       [](const std::string& cell) { return !cell.empty(); }) == 1;
}

}  // namespace

std::optional<RegisterHead> RegisterTable::read_head(const TextLines& lines, std::size_t at) const {
  if (!lines[at].is_row()) return read_flat_head(lines, at, rules_.config);
  const std::string_view next = at + 1 < lines.size() ? lines[at + 1].text : std::string_view();
  return read_register_head(lines[at].text, next, rules_);
}

bool RegisterTable::begins_head(const TextLines& lines, std::size_t at) const {
  return read_head(lines, at).has_value();
}

std::size_t RegisterTable::take_head(const TextLines& lines, std::size_t at) {
  auto head = read_head(lines, at);
  if (!head) return 0;
  const bool repeated = head_ && head_->definition == head->definition;
  for (std::size_t i = at; i < at + head->lines; ++i) {
    ledger_.drop(repeated ? "repeated-table-head" : "table-head", lines[i].text, lines[i].place);
  }
  if (!repeated) end();
  flat_ = !lines[at].is_row();
  head_cells_ = cells_of(lines[at].text);
  head_ = std::move(head);
  return head_->lines;
}

bool RegisterTable::take_row(const TextLine& line) {
  if (!head_ || flat_ || !line.is_row()) return false;
  const std::vector<std::string> cells = cells_of(line.text);
  if (begin_entry(cells, line.place) || take_unread_row(cells, line.place)) return true;
  if (!entry_ || !is_alone(cells)) return false;
  for (const std::string& cell : cells) {
    if (!cell.empty()) add_spanning_text(cell, line.place);
  }
  return true;
}

/// False where the first cell holds no id.
bool RegisterTable::begin_entry(const std::vector<std::string>& cells, TextPlace place) {
  const std::string written = collapse_space(without_emphasis(cells.front()));
  const auto id = read_table_id(written, *head_, rules_.vocabulary);
  if (!id || id->length != written.size()) return false;
  RecordBlock entry;
  entry.kind = RecordBlock::Kind::entry;
  entry.id = id->id;
  entry.place = place;
  if (id->completed) ledger_.write_own(head_->key_word);
  std::vector<std::string> others;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    const RegisterColumn column = i < head_->columns.size() ? head_->columns[i] : RegisterColumn{};
    if (column.kind == RegisterColumn::Kind::field) {
      add_field(entry, *column.field, cells[i]);
    } else if (column.kind == RegisterColumn::Kind::title && entry.text.empty()) {
      entry.text = collapse_space(cells[i]);
    } else {
      others.push_back(cells[i]);
    }
  }
  goes_on_ = false;
  add_entry(std::move(entry));
  for (const std::string& other : others) add_spanning_text(other, place);
  return true;
}

/// A row that was to name an entry, by its shape: it stays a table's row, below the head, and the
/// rows below it are read on.
bool RegisterTable::take_unread_row(const std::vector<std::string>& cells, TextPlace place) {
  const bool has_number = cells.front().find_first_of("0123456789") != std::string::npos;
  const bool could_be_id = has_number && cells.front().size() <= kLongestId;
  if (!could_be_id || is_alone(cells) || cells.size() != head_cells_.size()) return false;
  const std::string& name = head_->definition->name;
  ledger_.findings()
      .warning("import-id-unread", ledger_.at(place),
               fmt::format("this row of {} begins with no id of theirs", name))
      .with_help(
          fmt::format("it stays a row of a table: to have it in the register, write its id as "
                      "the ids of {} are",
                      name));
  if (unread_ && *unread_ + 1 == blocks_.size()) {
    blocks_.back().rows.push_back(cells);
    return true;
  }
  RecordBlock table;
  table.kind = RecordBlock::Kind::table;
  table.place = place;
  table.rows = {head_cells_, cells};
  for (const std::string& cell : head_cells_) ledger_.write_own(cell);
  unread_ = blocks_.size();
  blocks_.push_back(std::move(table));
  entry_.reset();
  entry_open_ = false;
  goes_on_ = true;
  return true;
}

void RegisterTable::add_field(RecordBlock& entry, const released::FieldDefinition& field,
                              const std::string& value) {
  entry.fields.push_back({field.title, written_value(field, value)});
  ledger_.rewrite("field-value", value, entry.fields.back().value, entry.place);
  ledger_.write_own(field.title);
}

void RegisterTable::add_entry(RecordBlock entry) {
  entry_ = blocks_.size();
  entry_open_ = true;
  blocks_.push_back(std::move(entry));
}

void RegisterTable::add_spanning_text(const std::string& text, TextPlace place) {
  for (const std::string_view paragraph : split(text, '\n')) {
    add_prose(collapse_space(paragraph), place);
  }
}

void RegisterTable::add_prose(std::string text, TextPlace place) {
  if (text.empty() || !entry_) return;
  if (take_state(text, *head_->definition, blocks_[*entry_].fields, ledger_, place)) {
    entry_open_ = false;
  }
  if (trim(text).empty()) return;
  RecordBlock block;
  block.place = place;
  block.in_entry = true;
  const auto bullet = read_bullet(text);
  block.kind = bullet ? RecordBlock::Kind::bullet : RecordBlock::Kind::paragraph;
  block.text = bullet ? *bullet : trim(text);
  ledger_.rewrite("bullet", text, block.text, place);
  blocks_.push_back(std::move(block));
}

bool RegisterTable::begins_flat_row(const TextLines& lines, std::size_t at) const {
  return is_flat() && read_flat_row(lines, at, *head_, rules_.vocabulary).has_value();
}

std::size_t RegisterTable::take_flat_row(const TextLines& lines, std::size_t at) {
  if (!is_flat()) return 0;
  auto row = read_flat_row(lines, at, *head_, rules_.vocabulary);
  if (!row) return 0;
  RecordBlock entry;
  entry.kind = RecordBlock::Kind::entry;
  entry.id = std::move(row->id);
  entry.text = std::move(row->title);
  entry.place = lines[at].place;
  if (!starts_with_ignoring_case(lines[at].text, head_->key_word) &&
      starts_with_ignoring_case(entry.id, head_->key_word)) {
    ledger_.write_own(head_->key_word);
  }
  for (const auto& [field, value] : row->values) add_field(entry, *field, value);
  add_entry(std::move(entry));
  return row->lines;
}

bool RegisterTable::awaits_state() const {
  if (!head_ || flat_ || !entry_open_ || !entry_) return false;
  const auto& fields = head_->definition->fields;
  const auto state = std::find_if(fields.begin(), fields.end(), [](const auto& field) {
    return field.type == released::FieldType::state;
  });
  if (state == fields.end()) return false;
  const auto& given = blocks_[*entry_].fields;
  return std::none_of(given.begin(), given.end(),
                      [&](const WrittenField& field) { return field.title == state->title; });
}

void RegisterTable::close_entry() {
  entry_open_ = false;
  if (!flat_ && !goes_on_) end();
}

void RegisterTable::end() {
  head_.reset();
  entry_.reset();
  entry_open_ = false;
  goes_on_ = false;
  unread_.reset();
  flat_ = false;
}

}  // namespace opsg::importing
