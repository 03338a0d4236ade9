#include "label_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "block_text.h"
#include "body_places.h"
#include "folded_markup.h"
#include "level_claims.h"
#include "marked_body.h"
#include "portion_lookup.h"
#include "text.h"

namespace opsg::restricted {
namespace {

bool could_have_label_column(const MarkdownBody& body, std::span<const SourceWord> words) {
  return body.text.find('|') != std::string_view::npos &&
         std::any_of(words.begin(), words.end(),
                     [](const SourceWord& word) { return names_label(word.text); });
}

bool is_label_heading(std::string_view heading) {
  const std::vector<SourceWord> words = source_words(heading);
  const auto belongs = [](const SourceWord& word) { return belongs_to_label(word.text); };
  const auto names = [](const SourceWord& word) { return names_label(word.text); };
  return std::all_of(words.begin(), words.end(), belongs) &&
         std::any_of(words.begin(), words.end(), names);
}

bool ends_cell(const FoldedMarkup& text, std::size_t at) {
  return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_word);
}

struct Told {
  Level level;
  std::string name;
};

/// The level that a cell tells: by all its text, or by what it begins with in capitals.
std::optional<Told> level_told(std::string_view cell, const MarkingContext& context) {
  const LevelNames& names = context.names;
  const FoldedMarkup text = fold_markup(cell, {});
  const auto begin = std::find_if(text.begin(), text.end(), is_word);
  const auto at = static_cast<std::size_t>(begin - text.begin());
  if (const auto foreign = names.match_foreign(text, at)) {
    return Told{foreign->name->level, foreign->name->capitals};
  }
  const auto match = names.match(text, at);
  if (!match || (match->misspelt && !match->name->has_colon())) return std::nullopt;
  const bool meant = match->capitals || ends_cell(text, match->end);
  if (!meant) return std::nullopt;
  return Told{match->name->level, context.policy[match->name->level].name};
}

class LabelColumns {
 public:
  LabelColumns(const BlockTree& tree, const PortionMap& map, const MarkingContext& context,
               Diagnostics& diagnostics)
      : tree_(tree), map_(map), context_(context), diagnostics_(diagnostics) {}

  bool check() {
    for (const InlineText& text : inline_texts(tree_)) {
      if (tree_[text.block()].kind == BlockKind::cell) check_cell(text);
    }
    return certain_;
  }

 private:
  /// Cells come in the order of the document, and hold no other blocks.
  void check_cell(const InlineText& cell) {
    const std::size_t row = tree_[cell.block()].parent;
    const std::size_t column = cell.block() - row - 1;
    if (tree_.is_first_child(row)) {
      if (column == 0) labels_.clear();
      labels_.resize(column + 1);
      labels_[column] =
          is_label_heading(cell.text()) ? std::string(trim(cell.text())) : std::string();
    } else if (column < labels_.size() && !labels_[column].empty()) {
      check_told(cell, labels_[column]);
    }
  }

  void check_told(const InlineText& cell, const std::string& heading) {
    const auto told = level_told(cell.text(), context_);
    if (!told) return;
    const SourceSpan span = body_span(map_.body, tree_.lines(), cell.source(0),
                                      cell.source_end(trim_right(cell.text()).size()));
    const Level own = level_at(map_, span.line, span.column);
    if (told->level == own) return;
    certain_ = false;
    const Policy& policy = context_.policy;
    diagnostics_
        .error("label-column", span,
               fmt::format("this row is {}, but its column `{}` says {}", policy[own].name, heading,
                           told->name))
        .with_help("mark the row at its first cell, or give the column another name");
  }

  const BlockTree& tree_;
  const PortionMap& map_;
  const MarkingContext& context_;
  Diagnostics& diagnostics_;
  std::vector<std::string> labels_;  ///< Headings of the table's columns that label; others empty.
  bool certain_ = true;
};

}  // namespace

bool check_label_columns(const PortionMap& map, std::span<const SourceWord> words,
                         const MarkingContext& context, Diagnostics& diagnostics) {
  if (!context.rules.near_misses || !could_have_label_column(map.body, words)) return true;
  if (map.marked) {
    return LabelColumns(map.marked->document.tree, map, context, diagnostics).check();
  }
  return LabelColumns(BlockTree(map.body.text), map, context, diagnostics).check();
}

}  // namespace opsg::restricted
