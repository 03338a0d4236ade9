#include "field_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "ascii.h"
#include "normalised_text.h"
#include "party_list.h"
#include "text.h"

namespace opsg::released {
namespace {

std::optional<int> parse_number(std::string_view text, std::size_t most_digits) {
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size() && text[0] != '-';
  return whole ? std::optional(value) : std::nullopt;
}

std::optional<std::chrono::year> parse_year(std::string_view text) {
  const auto year = text.size() == 4 ? parse_number(text, 4) : std::nullopt;
  if (!year || *year < 1900 || *year > 2199) return std::nullopt;
  return std::chrono::year(*year);
}

struct Months {
  std::chrono::month first;
  std::chrono::month last;
};

/// "October", "Q3".
std::optional<Months> parse_months(std::string_view word) {
  if (word.size() == 2 && (word[0] == 'Q' || word[0] == 'q') && word[1] >= '1' && word[1] <= '4') {
    const auto last = static_cast<unsigned>(word[1] - '0') * 3;
    return Months{std::chrono::month(last - 2), std::chrono::month(last)};
  }
  const auto month = parse_month(word);
  return month ? std::optional(Months{*month, *month}) : std::nullopt;
}

/// "- Critical", "(Critical)" or "Critical" after a score's number.
std::optional<std::string> parse_band(std::string_view rest) {
  for (const std::string_view dash : {"-", "–", "—"}) {
    if (rest.starts_with(dash)) return std::string(trim(rest.substr(dash.size())));
  }
  if (!rest.starts_with('(')) return std::string(rest);
  if (!rest.ends_with(')')) return std::nullopt;
  return std::string(trim(rest.substr(1, rest.size() - 2)));
}

/// Reads one value and says what is wrong with it.
class ValueReader {
 public:
  ValueReader(const FieldDefinition& field, std::string_view text, const SourceSpan& span,
              const FieldContext& context)
      : field_(field), text_(text), span_(span), context_(context) {}

  std::optional<FieldValue> read() {
    switch (field_.type) {
      case FieldType::date:
        return date();
      case FieldType::parties:
        return parties();
      case FieldType::state:
        return state();
      case FieldType::score:
        return checked(parse_score(text_), "a score", "`20 - Critical`, `15 (High)` or `5`");
      case FieldType::percentage:
        return checked(parse_percentage(text_), "a percentage", "`96.12%`");
      case FieldType::period:
        return checked(parse_period(text_), "a period", "`October 2021`, `Q3 2021` or `2021`");
      case FieldType::rag:
        return checked(parse_rag(text_), "a RAG status", "`Red`, `Amber` or `Green`");
      case FieldType::text:
        return FieldValue(std::string(text_));
    }
    return std::nullopt;
  }

 private:
  template <class T>
  std::optional<FieldValue> checked(std::optional<T> value, std::string_view kind,
                                    std::string_view examples) {
    if (value) return FieldValue(std::move(*value));
    wrong_type(kind, examples);
    return std::nullopt;
  }

  void wrong_type(std::string_view kind, std::string_view examples) {
    error("field-type", fmt::format("`{}` is {}, and `{}` is none", field_.title, kind, text_))
        .with_help(fmt::format("write {}, or leave the field out", examples));
  }

  Diagnostic& error(std::string_view code, std::string message) {
    return context_.diagnostics.error(code, span_, std::move(message));
  }

  std::optional<FieldValue> date() {
    const DateParse parse = parse_date(text_);
    if (parse.value) return FieldValue(*parse.value);
    if (parse.error == DateError::impossible) {
      error("date-impossible", fmt::format("`{}` is no day of the calendar", text_))
          .with_help("check its day, month and weekday; the day comes before the month");
    } else if (parse.error == DateError::ambiguous) {
      error("date-ambiguous", fmt::format("`{}` leaves open which day is meant", text_))
          .with_help("write day, month and year in full, such as `26 October 2020`");
    } else {
      wrong_type("a date", "`26 October 2020`, `TBC` or `N/A`");
    }
    return std::nullopt;
  }

  std::optional<FieldValue> parties() {
    PartyList list = read_party_list(text_, context_.vocabulary);
    if (list.names.empty()) return checked(std::optional<PartyNames>(), "parties", "`SECAS, DCC`");
    if (!list.unknown.empty()) report_unknown_parties(list.unknown);
    return FieldValue(PartyNames{std::move(list.names)});
  }

  void report_unknown_parties(const std::vector<std::string>& unknown) {
    std::vector<std::string> known;
    for (const Party& party : context_.vocabulary.parties()) known.push_back(party.name);
    for (const std::string& name : unknown) {
      const auto meant = nearest(name, known);
      context_.diagnostics
          .warning("party-unknown", span_of(name), fmt::format("`{}` is not in parties.toml", name))
          .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                           : "add it there, or give one of its names");
    }
  }

  /// The whole value's where the source writes it otherwise.
  SourceSpan span_of(std::string_view name) const {
    const auto goes_on = [&](std::size_t end) {
      return end < text_.size() && slugify(text_.substr(end, 1)).size() == 1;
    };
    std::size_t at = text_.find(name);
    while (at != text_.npos && goes_on(at + name.size())) at = text_.find(name, at + 1);
    if (at == text_.npos || span_.length != text_.size()) return span_;
    return {span_.path, span_.line, span_.column + static_cast<std::uint32_t>(at),
            static_cast<std::uint32_t>(name.size())};
  }

  std::optional<FieldValue> state() {
    const std::vector<StateDefinition>& states = context_.definition.states;
    for (const StateDefinition& state : states) {
      if (equals_ignoring_case(state.name, text_)) {
        return FieldValue(State{state.name, state.closed});
      }
    }
    std::vector<std::string> names;
    for (const StateDefinition& state : states) names.push_back(state.name);
    const auto meant = nearest(text_, names);
    error("state-unknown", fmt::format("`{}` is no state of {}", text_, context_.definition.title))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : fmt::format("the states are {}", fmt::join(names, ", ")));
    return std::nullopt;
  }

  const FieldDefinition& field_;
  std::string_view text_;
  const SourceSpan& span_;
  const FieldContext& context_;
};

}  // namespace

std::optional<Percentage> parse_percentage(std::string_view text) {
  if (!text.ends_with('%')) return std::nullopt;
  const std::string_view number = trim(text.substr(0, text.size() - 1));
  const std::size_t dot = number.find('.');
  const auto whole = parse_number(number.substr(0, dot), 6);
  if (!whole) return std::nullopt;
  if (dot == std::string_view::npos) return Percentage{*whole * 100};
  const std::string_view decimals = number.substr(dot + 1);
  const auto part = parse_number(decimals, 2);
  if (!part) return std::nullopt;
  return Percentage{*whole * 100 + *part * (decimals.size() == 1 ? 10 : 1)};
}

std::optional<Score> parse_score(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto value = parse_number(text.substr(0, digits), 4);
  const std::string_view rest = text.substr(digits);
  // "20th" is no score, and neither is "20.5".
  const bool parted =
      rest.empty() || std::string_view(" (-").find(rest[0]) < 3 || is_beyond_ascii(rest[0]);
  auto band = parse_band(trim(rest));
  if (!value || !parted || !band) return std::nullopt;
  return Score{*value, std::move(*band)};
}

std::optional<Period> parse_period(std::string_view written) {
  Period period;
  period.text = collapse_space(NormalisedText(written).text());
  const auto words = split(period.text, ' ');
  const auto year = parse_year(words.back());
  const auto months = words.size() == 2 ? parse_months(words.front())
                      : words.size() == 1
                          ? std::optional(Months{std::chrono::January, std::chrono::December})
                          : std::nullopt;
  if (!year || !months) return std::nullopt;
  period.first = *year / months->first;
  period.last = *year / months->last;
  return period;
}

std::optional<Rag> parse_rag(std::string_view text) {
  if (equals_ignoring_case(text, "red")) return Rag::red;
  if (equals_ignoring_case(text, "amber")) return Rag::amber;
  if (equals_ignoring_case(text, "green")) return Rag::green;
  return std::nullopt;
}

std::optional<FieldValue> read_field_value(const FieldDefinition& field, std::string_view text,
                                           const SourceSpan& span, const FieldContext& context) {
  return ValueReader(field, text, span, context).read();
}

}  // namespace opsg::released
