#include "front_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "agenda_numbers.h"
#include "canonical_words.h"
#include "line_shapes.h"
#include "meeting_heading.h"
#include "text.h"
#include "written_dates.h"

namespace opsg::importing {
namespace {

constexpr std::size_t kLeastSentenceWords = 8;

bool is_prose(const TextLine& line, const LineFlow& flow) {
  if (line.is_row()) return false;
  const std::size_t words = canonical_words(line.text).size();
  return words >= kLeastSentenceWords && (flow.wrapped || ends_sentence(line.text));
}

/// The index of the first agenda item; without any, of the first sentence.
std::size_t body_begin(const TextLines& lines, const LineFlow& flow) {
  const AgendaNumbers numbers;
  const auto item = std::find_if(lines.begin(), lines.end(), [&](const TextLine& line) {
    return numbers.read(line).has_value();
  });
  if (item != lines.end()) return static_cast<std::size_t>(item - lines.begin());
  const auto prose = std::find_if(lines.begin(), lines.end(),
                                  [&](const TextLine& line) { return is_prose(line, flow); });
  return static_cast<std::size_t>(prose - lines.begin());
}

class FrontReader {
 public:
  FrontReader(const TextLines& lines, const LineFlow& flow, const ImportRules& rules,
              AttendanceReader& attendance, MeetingRecord& meeting, ImportLedger& ledger)
      : lines_(lines),
        flow_(flow),
        attendance_(attendance),
        heading_(rules, meeting, ledger),
        meeting_(meeting),
        ledger_(ledger) {}

  RecordBlocks read(std::size_t end) {
    while (at_ < end) read_line(end);
    return std::move(introduction_);
  }

  const MeetingHeading& heading() const { return heading_; }

 private:
  void read_line(std::size_t end) {
    const TextLine& line = lines_[at_];
    if (meeting_.impossible_date.empty()) note_impossible_date(line);
    const bool taken = attendance_.take(line) || heading_.take(line);
    ++at_;
    if (taken) return;
    if (is_prose(line, flow_)) return read_paragraph(line, end);
    if (!heading_.take_place(line)) ledger_.leave_unresolved(line.text, line.place);
  }

  void note_impossible_date(const TextLine& line) {
    const std::string_view written = find_impossible_date(line.text);
    if (written.empty()) return;
    meeting_.impossible_date = written;
    ledger_.findings()
        .warning("import-fact-missing", ledger_.at(line.place),
                 fmt::format("`{}` is no day of the calendar", written))
        .with_help("see what day was meant");
  }

  void read_paragraph(const TextLine& first, std::size_t end) {
    RecordBlock block;
    block.text = first.text;
    block.place = first.place;
    while (at_ < end && !lines_[at_].is_row() && goes_on(lines_[at_ - 1], lines_[at_], flow_)) {
      join_text(block.text, lines_[at_++].text);
    }
    introduction_.push_back(std::move(block));
  }

  const TextLines& lines_;
  const LineFlow& flow_;
  AttendanceReader& attendance_;
  MeetingHeading heading_;
  MeetingRecord& meeting_;
  ImportLedger& ledger_;
  RecordBlocks introduction_;
  std::size_t at_ = 0;
};

/// What a file is called: "headlines", "minutes"; empty where its name says neither, or both.
std::string kind_of_name(std::string_view file) {
  const std::string name = ascii_lower(file.substr(file.rfind('/') + 1));
  const bool is_headlines = name.find("headlines") != std::string::npos;
  const bool is_minutes = name.find("minutes") != std::string::npos;
  if (is_headlines == is_minutes) return {};
  return is_headlines ? "headlines" : "minutes";
}

/// Of a document whose heading says nothing. A paper for the meeting says nothing either: what
/// neither is called so nor lists who attended may be one.
std::string guess_kind(std::string_view file, const MeetingRecord& meeting, ImportLedger& ledger) {
  std::string kind = kind_of_name(file);
  const bool is_named = !kind.empty();
  if (!is_named && meeting.attendance.empty()) return {};
  if (!is_named) kind = "minutes";
  ledger.findings()
      .warning("import-fact-missing", ledger.at({}),
               "the document does not say whether it is headlines or minutes")
      .with_help(fmt::format("it is taken for {}, {}", kind,
                             is_named ? "as its name says" : "since it lists who attended"));
  return kind;
}

bool pages_say_draft(const ImportLedger& ledger) {
  return std::any_of(ledger.dropped().begin(), ledger.dropped().end(), [](const auto& drop) {
    const std::vector<std::string> words = canonical_words(drop.text);
    return drop.rule == "page-furniture" &&
           std::find(words.begin(), words.end(), "draft") != words.end();
  });
}

/// Headlines have no drafts; of minutes a person has to say that they are final. A document of no
/// kind is refused.
std::string status_of(const std::string& kind, const MeetingHeading& heading,
                      ImportLedger& ledger) {
  if (heading.status() != "draft" && pages_say_draft(ledger)) {
    ledger.findings()
        .warning("import-draft", ledger.at({}), "what its pages repeat says that it is a draft")
        .with_help("it is taken for one: write `status = \"final\"` if it is not");
    return "draft";
  }
  if (!heading.status().empty()) return heading.status();
  if (kind == "headlines" || kind.empty()) return "final";
  ledger.findings()
      .warning("import-fact-missing", ledger.at({}),
               "the document does not say whether it is a draft")
      .with_help("it is taken for one: write `status = \"final\"` if it is not");
  return "draft";
}

}  // namespace

DocumentFront read_front(TextLines lines, std::string_view file, const LineFlow& flow,
                         const ImportRules& rules, AttendanceReader& attendance,
                         MeetingRecord& meeting, ImportLedger& ledger) {
  const std::size_t begin = body_begin(lines, flow);
  FrontReader reader(lines, flow, rules, attendance, meeting, ledger);
  DocumentFront front;
  front.introduction = reader.read(begin);
  front.kind = reader.heading().document_kind();
  if (front.kind.empty()) front.kind = guess_kind(file, meeting, ledger);
  front.status = status_of(front.kind, reader.heading(), ledger);
  front.body.assign(std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(begin)),
                    std::make_move_iterator(lines.end()));
  return front;
}

}  // namespace opsg::importing
