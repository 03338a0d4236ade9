#include "zone_marks.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "text.h"
#include "text_edits.h"

namespace opsg::restricted {
namespace {

using Kind = OutlineToken::Kind;

constexpr std::string_view kRedacted = "[redacted]";

struct CharacterRange {
  char32_t first;
  char32_t last;
};
// Supplemental Punctuation, as far as cmark 0.29 counts it as punctuation, is hardly used in prose.
// Private characters are for a text that uses it all up: they may change how emphasis parses, which
// is then reported.
constexpr std::array kMarkCharacters = {CharacterRange{0x2E00, 0x2E2E},
                                        CharacterRange{0xF0000, 0xFFFFD}};

/// At one place, what ends comes before what begins, and of nested zones the inner one ends first.
struct Insertion {
  std::size_t at;
  bool begins;
  Zone zone;
};

bool comes_before(const Insertion& a, const Insertion& b) {
  if (a.at != b.at) return a.at < b.at;
  if (a.begins != b.begins) return b.begins;
  return a.begins ? a.zone.end > b.zone.end : a.zone.begin > b.zone.begin;
}

}  // namespace

/// Reads the marks out of an outline. A zone is whole if it ends in the inline that it began in.
class ZoneReader {
 public:
  explicit ZoneReader(const ZoneMarks& marks) : marks_(marks) {}

  ZoneMarks::Reading read(const Outline& outline) {
    for (const OutlineToken& token : outline) {
      if (token.kind == Kind::text) {
        read_text(token);
      } else {
        if (token.kind == Kind::open) around_.push_back(opened_++);
        if (token.kind == Kind::close) around_.pop_back();
        if (open_.empty()) reading_.outline.push_back(token);
      }
    }
    return std::move(reading_);
  }

 private:
  struct OpenZone {
    std::size_t index;
    std::size_t inside;  ///< The inline or block around its beginning.
  };

  void read_text(const OutlineToken& token) {
    std::string_view rest = token.value;
    while (const auto found = marks_.find(rest)) {
      emit(token, rest.substr(0, found->at));
      take(token, found->mark);
      rest.remove_prefix(found->at + found->length);
    }
    emit(token, rest);
  }

  void take(const OutlineToken& token, ZoneMarks::Mark mark) {
    if (mark == ZoneMarks::redact_begin || mark == ZoneMarks::strip_begin) {
      open_.push_back({reading_.zones.size(), around_.back()});
      reading_.zones.push_back({token.owner, false});
      return;
    }
    if (open_.empty()) return;
    const OpenZone zone = open_.back();
    open_.pop_back();
    reading_.zones[zone.index].whole = zone.inside == around_.back();
    if (mark == ZoneMarks::redact_end) emit(token, kRedacted);
  }

  void emit(const OutlineToken& token, std::string_view text) {
    if (!open_.empty() || text.empty()) return;
    OutlineToken part;
    part.value = text;
    part.owner = token.owner;
    reading_.outline.push_back(std::move(part));
  }

  const ZoneMarks& marks_;
  ZoneMarks::Reading reading_;
  std::vector<OpenZone> open_;
  std::vector<std::size_t> around_;
  std::size_t opened_ = 0;
};

ZoneMarks::ZoneMarks(std::string_view text) {
  std::size_t taken = 0;
  for (const CharacterRange& range : kMarkCharacters) {
    for (char32_t c = range.first; c <= range.last && taken < marks_.size(); ++c) {
      std::string mark;
      append_utf8(mark, c);
      if (text.find(mark) == std::string_view::npos) marks_[taken++] = std::move(mark);
    }
  }
}

std::string ZoneMarks::mark(const SourceLines& lines, const std::vector<Zone>& zones) const {
  std::vector<Insertion> insertions;
  for (const Zone& zone : zones) {
    insertions.push_back({zone.begin, true, zone});
    insertions.push_back({zone.end, false, zone});
  }
  std::stable_sort(insertions.begin(), insertions.end(), comes_before);
  std::vector<TextEdit> edits;
  for (const auto& [at, begins, zone] : insertions) {
    const Mark mark =
        zone.redacted ? (begins ? redact_begin : redact_end) : (begins ? strip_begin : strip_end);
    edits.push_back({at, at, marks_[mark]});
  }
  return apply_edits(lines, {1, lines.count()}, std::move(edits), 1).text;
}

Outline ZoneMarks::without_marks(Outline outline) const {
  for (OutlineToken& token : outline) {
    if (!find(token.value)) continue;
    std::string kept;
    std::string_view rest = token.value;
    while (const auto found = find(rest)) {
      kept += rest.substr(0, found->at);
      rest.remove_prefix(found->at + found->length);
    }
    kept += rest;
    token.value = std::move(kept);
  }
  return outline;
}

/// All marks are of one range, as a rule, or the last ones of the other: two lead bytes find them.
std::size_t ZoneMarks::find_lead(std::string_view text, std::size_t from) const {
  const char leads[] = {marks_.front().front(), marks_.back().front()};
  if (leads[0] == leads[1]) return text.find(leads[0], from);
  return text.find_first_of(std::string_view(leads, std::size(leads)), from);
}

std::optional<ZoneMarks::FoundMark> ZoneMarks::find(std::string_view text) const {
  for (std::size_t at = 0; (at = find_lead(text, at)) != std::string_view::npos; ++at) {
    for (int mark = 0; mark < mark_count; ++mark) {
      if (!text.substr(at).starts_with(marks_[mark])) continue;
      return FoundMark{at, marks_[mark].size(), static_cast<Mark>(mark)};
    }
  }
  return std::nullopt;
}

ZoneMarks::Reading ZoneMarks::read(const Outline& outline) const {
  return ZoneReader(*this).read(outline);
}

}  // namespace opsg::restricted
