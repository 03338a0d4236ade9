#include "record_writer.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <string_view>

#include "markdown_text.h"
#include "text.h"

namespace opsg::importing {
namespace {

using Kind = RecordBlock::Kind;

constexpr std::size_t kTopDepth = 2;  ///< "##"
constexpr std::size_t kMostDepth = 6;

std::string without_final_stop(std::string_view title) {
  title = trim(title);
  const bool stop = title.ends_with('.') && !title.ends_with("..");
  return std::string(stop ? title.substr(0, title.size() - 1) : title);
}

/// An action, a decision, or the introduction of a list of them.
bool is_outcome(const RecordBlock& block, const RecordBlock* next) {
  static const RE2 decision(R"(^[^*.]*\*\*[A-Za-z]+\*\*)");
  const bool list = next && next->kind == Kind::bullet && block.text.ends_with(':');
  return block.kind == Kind::action || list || RE2::PartialMatch(block.text, decision);
}

class RecordWriter {
 public:
  explicit RecordWriter(ImportLedger& ledger) : ledger_(ledger) {}

  void write(const RecordBlock& block, const RecordBlock* next) {
    leave_entry(block, next);
    switch (block.kind) {
      case Kind::item:
        return write_item(block);
      case Kind::subheading:
        return write_subheading(block.text);
      case Kind::entry:
        return write_entry(block);
      case Kind::action:
        return write_action(block);
      case Kind::paragraph:
        return add(write_paragraph(block.text));
      case Kind::bullet:
        return write_bullet(block, next);
      case Kind::table:
        return write_table(block);
    }
  }

  void write_unresolved(const std::vector<UnresolvedText>& texts) {
    if (texts.empty()) return;
    in_entry_ = false;
    item_depth_ = kTopDepth - 1;
    write_own_heading(kTopDepth, "Unresolved text of the import");
    for (const UnresolvedText& text : texts) add(write_paragraph(text.text));
  }

  std::string take() { return std::move(out_); }

 private:
  void add(std::string_view text) {
    if (!out_.empty()) out_ += "\n";
    out_ += text;
  }

  void write_heading(std::size_t depth, std::string_view text) {
    add(fmt::format("{} {}\n", std::string(std::min(depth, kMostDepth), '#'), text));
  }

  void write_own_heading(std::size_t depth, std::string_view text) {
    ledger_.write_own(text);
    write_heading(depth, text);
  }

  /// A heading parts an entry from text that is not about it.
  void leave_entry(const RecordBlock& block, const RecordBlock* next) {
    const bool heads =
        block.kind == Kind::item || block.kind == Kind::subheading || block.kind == Kind::entry;
    if (in_entry_ && !heads && !block.in_entry) {
      write_own_heading(item_depth_ + 1, is_outcome(block, next) ? "Outcome" : "Discussion");
    }
    in_entry_ = block.kind == Kind::entry || (in_entry_ && block.in_entry);
  }

  void write_item(const RecordBlock& block) {
    item_depth_ =
        kTopDepth + static_cast<std::size_t>(std::count(block.id.begin(), block.id.end(), '.'));
    const std::string_view dot = block.id.find('.') == std::string::npos ? "." : "";
    write_heading(item_depth_, fmt::format("{}{} {}", block.id, dot, escape_inline(block.text)));
  }

  /// Never read as an item: a number at its start is escaped.
  void write_subheading(const std::string& text) {
    write_heading(item_depth_ + 1, escape_inline(text));
  }

  void write_entry(const RecordBlock& block) {
    const std::string title = escape_inline(without_final_stop(block.text));
    write_heading(item_depth_ + 1, title.empty() ? block.id : block.id + ": " + title);
    if (!block.fields.empty()) add(fields_of(block));
  }

  void write_action(const RecordBlock& block) {
    add(write_paragraph(fmt::format("{} {}: {}", block.keyword, block.id, block.text)));
    if (!block.fields.empty()) add(fields_of(block));
  }

  static std::string fields_of(const RecordBlock& block) {
    std::string out;
    for (const WrittenField& field : block.fields) {
      out += fmt::format("- {}: {}\n", field.title, escape_inline(field.value));
    }
    return out;
  }

  /// Neighbouring items make one list.
  void write_bullet(const RecordBlock& block, const RecordBlock* next) {
    if (!in_list_) out_ += "\n";
    out_ += write_paragraph(block.text, "- ", "  ");
    in_list_ = next && next->kind == Kind::bullet && next->in_entry == block.in_entry;
  }

  void write_table(const RecordBlock& block) {
    std::size_t columns = 1;
    for (const auto& row : block.rows) columns = std::max(columns, row.size());
    std::string table;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      table += row_of(block.rows[i], columns);
      if (i > 0) continue;
      for (std::size_t column = 0; column < columns; ++column) table += "|---";
      table += "|\n";
    }
    add(table);
  }

  static std::string row_of(const std::vector<std::string>& cells, std::size_t columns) {
    std::string row;
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string cell = i < cells.size() ? escape_inline(cells[i]) : "";
      row += "| ";
      for (const char c : cell) row.append(c == '|' ? "\\" : "").append(1, c);
      row += " ";
    }
    return row + "|\n";
  }

  ImportLedger& ledger_;
  std::string out_;
  std::size_t item_depth_ = kTopDepth - 1;
  bool in_entry_ = false;
  bool in_list_ = false;
};

std::string front_matter(const RecordHead& head, ImportLedger& ledger) {
  std::string out = "+++\n" + write_empty_label(head.said);
  out += fmt::format("status = \"{}\"\n", head.status);
  ledger.write_own(head.status);
  if (!head.statement.empty()) {
    out += fmt::format("handling = {}\n", toml_string(head.statement));
    ledger.write_own(head.statement);
  }
  return out + "+++\n";
}

}  // namespace

std::string write_record(const RecordHead& head, const RecordBlocks& blocks, ImportLedger& ledger) {
  RecordWriter writer(ledger);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    writer.write(blocks[i], i + 1 < blocks.size() ? &blocks[i + 1] : nullptr);
  }
  writer.write_unresolved(ledger.unresolved());
  std::string body = writer.take();
  return front_matter(head, ledger) + (body.starts_with('\n') ? "" : "\n") + body;
}

}  // namespace opsg::importing
