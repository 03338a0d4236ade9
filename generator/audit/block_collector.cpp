#include "block_collector.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace opsg::audit {
namespace {

constexpr std::size_t kLongestField = 60;

/// Public words on either side of a secret that are kept with it.
constexpr std::size_t kContext = 4;

std::size_t first_word_at(std::span<const Word> words, std::uint32_t offset) {
  const auto at = std::partition_point(words.begin(), words.end(),
                                       [&](const Word& word) { return word.begin < offset; });
  return static_cast<std::size_t>(at - words.begin());
}

}  // namespace

void BlockCollector::start(Level level) {
  block_ = {};
  level_ = level;
}

void BlockCollector::add_line(std::string_view text, std::uint32_t offset) {
  if (!block_.bytes.empty()) block_.push('\n', offset);
  block_.append(text, offset);
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
  const Spans secrets = withheld_spans(block.spans);
  if (is_withheld(level_)) {
    withhold(PassageKind::text, block.text);
    for (const MappedText& part : parts) withhold(PassageKind::text, shown(part));
    joins_ = false;
  } else {
    const std::vector<Word> words = words_of(block.text);
    clear(words, secrets);
    if (secrets.empty()) add_atoms(words, parts);
  }
  for (const MappedText& target : block.targets) file_side_text(target, PassageKind::link, secrets);
  for (const MappedText& side : block.side_texts) file_side_text(side, PassageKind::text, secrets);
}

void BlockCollector::add_atoms(const std::vector<Word>& whole,
                               const std::vector<MappedText>& parts) {
  add_atom(reading_, whole);
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

/// By place and disjoint: a span inside another one is a part of its secret.
BlockCollector::Spans BlockCollector::withheld_spans(Spans spans) const {
  std::erase_if(spans, [&](const MarkedSpan& span) { return !is_withheld(span.level); });
  std::sort(spans.begin(), spans.end(), [](const MarkedSpan& a, const MarkedSpan& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  Spans disjoint;
  for (const MarkedSpan& span : spans) {
    if (disjoint.empty() || span.begin >= disjoint.back().end) disjoint.push_back(span);
  }
  return disjoint;
}

void BlockCollector::withhold_span(std::span<const Word> words, std::size_t first,
                                   std::size_t last) {
  const std::size_t begin = first - std::min(first, kContext);
  const auto kept = words.subspan(begin, std::min(last + kContext, words.size()) - begin);
  Passage passage;
  passage.kind = PassageKind::span;
  passage.file = &file_;
  passage.words.assign(kept.begin(), kept.end());
  passage.secret_begin = first - begin;
  passage.secret_end = last - begin;
  reading_.withheld.push_back(std::move(passage));
}

void BlockCollector::clear(std::span<const Word> words, const Spans& secrets) {
  std::size_t done = 0;
  const auto clear_until = [&](std::size_t end) {
    if (end == done) return;
    const auto part = words.subspan(done, end - done);
    add_cleared_prose(reading_, {part.begin(), part.end()}, joins_);
    joins_ = true;
  };
  for (const MarkedSpan& secret : secrets) {
    const std::size_t first = first_word_at(words, secret.begin);
    const std::size_t last = first_word_at(words, secret.end);
    clear_until(first);
    if (first < last) withhold_span(words, first, last);
    joins_ = false;
    done = last;
  }
  clear_until(words.size());
}

void BlockCollector::file_side_text(const MappedText& text, PassageKind kind,
                                    const Spans& secrets) {
  if (text.bytes.empty()) return;
  const auto behind = std::partition_point(
      secrets.begin(), secrets.end(),
      [&](const MarkedSpan& secret) { return secret.begin <= text.origin(0); });
  const bool secret = behind != secrets.begin() && text.origin(0) < std::prev(behind)->end;
  if (secret || is_withheld(level_)) return withhold(kind, text);
  add_cleared_value(reading_, words_of(text));
}

}  // namespace opsg::audit
