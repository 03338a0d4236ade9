#include "random_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "policy_fixture.h"

namespace opsg::restricted {
namespace {

using Kind = RandomNode::Kind;
using Lines = std::vector<std::string>;

constexpr int kDeepest = 3;
constexpr std::string_view kNames[] = {"WHITE", "GREEN", "AMBER", "RED"};
constexpr std::string_view kOtherNames[] = {"CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED"};

std::string marking_before(const std::optional<Level>& marking) {
  return marking ? fmt::format("({}) ", kNames[marking->rank]) : std::string();
}

std::string inline_text_of(const std::vector<RandomWords>& words) {
  std::string text;
  for (const RandomWords& part : words) {
    if (!text.empty()) text += ' ';
    text += part.marking ? fmt::format("[{}: {}]", kOtherNames[part.marking->rank], part.text)
                         : part.text;
  }
  return text;
}

void append(Lines& lines, const Lines& more, std::string_view first, std::string_view rest) {
  for (std::size_t i = 0; i < more.size(); ++i) {
    std::string line = std::string(i == 0 ? first : rest) + more[i];
    line.erase(line.find_last_not_of(' ') + 1);
    lines.push_back(std::move(line));
  }
}

Lines lines_of(const RandomNode& node);

Lines lines_of_blocks(const std::vector<RandomNode>& blocks) {
  Lines lines;
  for (const RandomNode& block : blocks) {
    if (!lines.empty()) lines.emplace_back();
    append(lines, lines_of(block), "", "");
  }
  return lines;
}

/// A quote's or item's first paragraph, and its other blocks.
Lines lines_of_container(const RandomNode& node) {
  Lines lines;
  if (!node.words.empty())
    lines.push_back(marking_before(node.marking) + inline_text_of(node.words));
  if (!node.words.empty() && !node.children.empty()) lines.emplace_back();
  append(lines, lines_of_blocks(node.children), "", "");
  return lines;
}

Lines lines_of_list(const RandomNode& list) {
  Lines lines;
  int number = 0;
  for (const RandomNode& item : list.children) {
    if (!lines.empty() && list.loose) lines.emplace_back();
    const std::string marker = list.ordered ? fmt::format("{}. ", ++number) : "- ";
    append(lines, lines_of_container(item), marker, std::string(marker.size(), ' '));
  }
  return lines;
}

Lines lines_of_action(const RandomNode& action) {
  Lines lines = {
      marking_before(action.marking) + "ACTION OPSG 41/02: " + inline_text_of(action.words), ""};
  for (const RandomNode& field : action.children) {
    lines.push_back("- Owner: " + inline_text_of(field.words));
  }
  return lines;
}

std::string row(const RandomNode& node) {
  return fmt::format("| {}{} | x |", marking_before(node.marking), inline_text_of(node.words));
}

Lines lines_of_table(const RandomNode& table) {
  Lines lines = {row(table), "|---|:-:|"};
  for (const RandomNode& child : table.children) lines.push_back(row(child));
  return lines;
}

Lines lines_of_section(const RandomNode& section) {
  std::string heading = std::string(static_cast<std::size_t>(section.depth), '#') + " " +
                        inline_text_of(section.words);
  if (section.marking) heading += fmt::format(" ({})", kNames[section.marking->rank]);
  Lines lines = {heading, ""};
  append(lines, lines_of_blocks(section.children), "", "");
  return lines;
}

Lines lines_of(const RandomNode& node) {
  switch (node.kind) {
    case Kind::document:
      return lines_of_blocks(node.children);
    case Kind::section:
      return lines_of_section(node);
    case Kind::action:
      return lines_of_action(node);
    case Kind::list:
      return lines_of_list(node);
    case Kind::table:
      return lines_of_table(node);
    case Kind::quote: {
      Lines lines;
      append(lines, lines_of_container(node), "> ", "> ");
      return lines;
    }
    case Kind::code:
      return {"```", inline_text_of(node.words), "", "```"};
    default:
      return {marking_before(node.marking) + inline_text_of(node.words)};
  }
}

}  // namespace

std::string to_markdown(const RandomNode& document) {
  std::string text;
  for (const std::string& line : lines_of(document)) text += line + "\n";
  return text;
}

std::set<std::string> words_between(std::string_view text, Level least, Level most) {
  std::set<std::string> words;
  for (std::size_t at = 0; (at = text.find('w', at)) != std::string_view::npos; ++at) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789xw", at), text.size());
    if (end - at < 4) continue;
    const Level level{static_cast<std::size_t>(text[at + 1] - '0')};
    if (level >= least && level <= most) words.emplace(text.substr(at, end - at));
    at = end - 1;
  }
  return words;
}

std::string RandomDocuments::word(Level level) {
  return fmt::format("w{}x{}", level.rank, next_word_++);
}

std::vector<RandomWords> RandomDocuments::words(Level level) {
  std::vector<RandomWords> parts;
  for (std::size_t count = 1 + pick(3); count > 0; --count) {
    const bool span = chance(20);
    const Level marked = span ? Level{level.rank + pick(4 - level.rank)} : level;
    std::string text = word(marked);
    if (chance(20)) text = fmt::format("*{}* {}", text, word(marked));
    if (chance(10)) text += fmt::format(" `{}]`", word(marked));
    if (chance(10)) text += fmt::format(" [{}](https://example.org/x)", word(marked));
    parts.push_back({std::move(text), span ? std::optional(marked) : std::nullopt});
  }
  return parts;
}

std::optional<Level> RandomDocuments::marking(const Around& around, std::optional<Level> least) {
  if (!least && !chance(35)) return std::nullopt;
  const Level lowest = least ? *least : around.open ? kWhite : around.level;
  return Level{lowest.rank + pick(4 - lowest.rank)};
}

RandomDocuments::Around RandomDocuments::inside(const RandomNode& node,
                                                const Around& around) const {
  if (!node.marking) return {around.level, around.open, around.nesting + 1};
  return {*node.marking, false, around.nesting + 1};
}

RandomNode RandomDocuments::document() {
  RandomNode node;
  node.kind = Kind::document;
  const Around around{label_, true, 0};
  add_blocks(node, around, 1 + pick(3));
  for (std::size_t count = pick(4); count > 0; --count) {
    node.children.push_back(make(Kind::section, around));
  }
  return node;
}

RandomNode RandomDocuments::make(Kind kind, const Around& around, std::optional<Level> least) {
  RandomNode node;
  node.kind = kind;
  const bool markable = kind != Kind::list && kind != Kind::code;
  // A row is never lower than its table, even where an extract could start.
  const Around whole{around.level, around.open && kind != Kind::row, around.nesting};
  if (markable) node.marking = marking(whole, least);
  fill(node, inside(node, around));
  return node;
}

void RandomDocuments::fill(RandomNode& node, const Around& around) {
  const bool wordless_item =
      node.kind == Kind::item && !node.marking && chance(25) && around.nesting <= kDeepest;
  if (node.kind != Kind::list && !wordless_item) node.words = words(around.level);
  node.ordered = chance(50);
  node.loose = chance(30);
  if (node.kind == Kind::code) node.words = {{word(around.level), std::nullopt}};
  if (node.kind == Kind::section) {
    node.depth = around.nesting == 1 ? 2 : 3;
    add_blocks(node, around, pick(3));
    for (std::size_t count = node.depth == 2 ? pick(3) : 0; count > 0; --count) {
      node.children.push_back(make(Kind::section, around));
    }
  } else if (node.kind == Kind::list || node.kind == Kind::table) {
    const Kind child = node.kind == Kind::list ? Kind::item : Kind::row;
    for (std::size_t count = 1 + pick(4); count > 0; --count) {
      node.children.push_back(make(child, around));
    }
  } else if (wordless_item) {
    RandomNode first = make(chance(50) ? Kind::list : Kind::quote, around);
    node.children.push_back(std::move(first));
    RandomNode separator;
    separator.separator = true;
    separator.words = words(around.level);
    node.children.push_back(std::move(separator));
  } else if (node.kind == Kind::item || node.kind == Kind::quote) {
    if (around.nesting <= kDeepest) add_blocks(node, around, pick(2));
  } else if (node.kind == Kind::action) {
    for (std::size_t count = 1 + pick(2); count > 0; --count) {
      RandomNode field;
      field.words = words(around.level);
      node.children.push_back(std::move(field));
    }
  }
}

void RandomDocuments::add_blocks(RandomNode& parent, const Around& around, std::size_t count) {
  constexpr Kind kKinds[] = {Kind::paragraph, Kind::action, Kind::list, Kind::list,
                             Kind::quote,     Kind::table,  Kind::code};
  for (; count > 0; --count) {
    const Kind kind = kKinds[pick(std::size(kKinds))];
    parent.children.push_back(make(kind, around));
    if (kind == Kind::paragraph) continue;
    RandomNode separator;
    separator.separator = true;
    separator.words = words(around.level);
    parent.children.push_back(std::move(separator));
  }
}

bool RandomDocuments::admits(const RandomNode& node, Level level) const {
  const Level own = node.marking.value_or(level);
  if (own <= clearance_) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const RandomNode& child) { return admits(child, own); });
}

Level RandomDocuments::withheld_level(Level around) const {
  return std::max(around, Level{clearance_.rank + 1});
}

RandomNode RandomDocuments::twin(const RandomNode& document, Level clearance) {
  clearance_ = clearance;
  return changed_inside(document, {label_, true, 0});
}

std::optional<RandomNode> RandomDocuments::changed(const RandomNode& node, const Around& around) {
  const Level level = node.marking.value_or(around.level);
  if (node.separator || admits(node, around.level)) {
    return changed_inside(node, inside(node, around));
  }
  if (chance(30)) return std::nullopt;
  if (chance(40)) return node;
  // Where the document is withheld, what is unmarked may stay so.
  const bool marked = node.marking || level <= clearance_;
  RandomNode other;
  other.kind = node.kind;
  if (marked) other.marking = marking(around, withheld_level(around.level));
  const Around here = inside(other, around);
  fill(other, {here.level, false, here.nesting});
  return other;
}

RandomNode RandomDocuments::changed_inside(RandomNode node, const Around& around) {
  change_words(node, around.level);
  std::vector<RandomNode> children;
  for (const RandomNode& child : node.children) {
    auto other = changed(child, around);
    const bool emptied = other && other->words.empty() && other->children.empty();
    if (other && !emptied) children.push_back(std::move(*other));
  }
  node.children = std::move(children);
  add_withheld(node, around);
  return node;
}

void RandomDocuments::change_words(RandomNode& node, Level level) {
  if (level > clearance_ && !node.words.empty()) {
    node.words = words(level);
    return;
  }
  for (RandomWords& part : node.words) {
    if (!part.marking || *part.marking <= clearance_) continue;
    part.marking = Level{withheld_level(level).rank + pick(4 - withheld_level(level).rank)};
    part.text = word(*part.marking) + (chance(50) ? " **" + word(*part.marking) + "** (a)" : "");
  }
}

void RandomDocuments::add_withheld(RandomNode& parent, const Around& around) {
  if (!chance(50) || clearance_ >= kRed) return;
  const Level least = withheld_level(around.level);
  auto& children = parent.children;
  switch (parent.kind) {
    case Kind::document:
      children.push_back(make(Kind::section, around, least));
      break;
    case Kind::list:
    case Kind::table: {
      if (children.empty()) return;  // A list that the author would not have begun.
      const Kind child = parent.kind == Kind::list ? Kind::item : Kind::row;
      const auto at = children.begin() + static_cast<std::ptrdiff_t>(pick(children.size() + 1));
      children.insert(at, make(child, around, least));
      break;
    }
    case Kind::section:
    case Kind::item:
    case Kind::quote:
      if (parent.words.empty() || around.nesting > kDeepest) return;
      children.insert(children.begin(), make(Kind::paragraph, around, least));
      break;
    default:
      break;
  }
}

}  // namespace opsg::restricted
