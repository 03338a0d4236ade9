#include "block_collector.h"

#include <algorithm>
#include <utility>

namespace opsg::audit {
namespace {

constexpr std::size_t kLongestField = 60;

bool is_inside(const Word& word, const MarkedSpan& span) {
  return word.begin >= span.begin && word.begin < span.end;
}

}  // namespace

void BlockCollector::start(Level level) {
  block_ = {};
  level_ = level;
}

void BlockCollector::add_line(std::string_view text, std::uint32_t offset) {
  if (!block_.bytes.empty()) block_.push('\n', offset);
  for (char c : text) block_.push(c, offset++);
}

bool BlockCollector::is_withheld(Level level) const {
  return scope_.all_withheld || !scope_.clearance.admits(level);
}

void BlockCollector::finish() {
  const std::size_t colon = block_.bytes.substr(0, kLongestField).find(": ");
  std::vector<MappedText> parts;
  if (colon != std::string::npos) parts.push_back(part_of(block_, colon + 1, block_.bytes.size()));
  file_block(parts);
}

void BlockCollector::finish_heading() {
  const std::string_view title = block_.bytes;
  const std::size_t begin = std::min(title.find_first_not_of("0123456789. "), title.size());
  const std::size_t sponsor = std::min(title.rfind('('), title.size());
  file_block(
      {part_of(block_, begin, title.size()), part_of(block_, begin, std::max(begin, sponsor))});
}

/// `parts`: what pages show of the block by itself.
void BlockCollector::file_block(const std::vector<MappedText>& parts) {
  const LeafText block = read_leaf_text(block_, scope_.policy);
  if (is_withheld(level_)) {
    withhold(PassageKind::text, block.text);
    for (const MappedText& part : parts) withhold(PassageKind::text, shown(part));
    joins_ = false;
  } else {
    clear(block);
    if (block.spans.empty()) add_atoms(block.text, parts);
  }
  for (const MappedText& target : block.targets) file_side_text(target, PassageKind::link, block);
  for (const MappedText& side : block.side_texts) file_side_text(side, PassageKind::text, block);
}

void BlockCollector::add_atoms(const MappedText& whole, const std::vector<MappedText>& parts) {
  add_atom(reading_, words_of(whole));
  for (const MappedText& part : parts) add_atom(reading_, words_of(shown(part)));
}

MappedText BlockCollector::shown(const MappedText& part) const {
  return read_leaf_text(part, scope_.policy).text;
}

void BlockCollector::withhold(PassageKind kind, const MappedText& text) {
  Passage passage;
  passage.kind = kind;
  passage.file = &file_;
  passage.words = words_of(text);
  if (!passage.words.empty()) reading_.withheld.push_back(std::move(passage));
}

void BlockCollector::withhold_span(const MarkedSpan& span, const std::vector<Word>& words) {
  Passage passage;
  passage.kind = PassageKind::span;
  passage.file = &file_;
  passage.words = words;
  passage.secret_begin = span.begin;
  passage.secret_end = span.end;
  reading_.withheld.push_back(std::move(passage));
}

void BlockCollector::clear(const LeafText& block) {
  const std::vector<Word> words = words_of(block.text);
  std::vector<bool> secret(words.size());
  for (const MarkedSpan& span : block.spans) {
    if (!is_withheld(span.level)) continue;
    withhold_span(span, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is_inside(words[i], span)) secret[i] = true;
    }
  }
  for (std::size_t begin = 0; begin < words.size();) {
    const auto end = std::find(secret.begin() + static_cast<std::ptrdiff_t>(begin), secret.end(),
                               !secret[begin]) -
                     secret.begin();
    const auto at = words.begin() + static_cast<std::ptrdiff_t>(begin);
    if (!secret[begin]) add_cleared_prose(reading_, {at, words.begin() + end}, joins_);
    joins_ = !secret[begin];
    begin = static_cast<std::size_t>(end);
  }
}

void BlockCollector::file_side_text(const MappedText& text, PassageKind kind,
                                    const LeafText& block) {
  if (text.bytes.empty()) return;
  const auto hides = [&](const MarkedSpan& span) {
    return text.origin(0) >= span.begin && text.origin(0) < span.end && is_withheld(span.level);
  };
  const bool hidden = std::any_of(block.spans.begin(), block.spans.end(), hides);
  if (hidden || is_withheld(level_)) return withhold(kind, text);
  add_cleared_value(reading_, words_of(text));
}

}  // namespace opsg::audit
