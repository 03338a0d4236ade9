#include "register_consistency.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "action_dates.h"
#include "entry_address.h"
#include "text.h"

namespace opsg::released {
namespace {

const SourceSpan& first_span(const RegisterEntry& entry, const Site& site) {
  return site.entry(entry.history.front()).span;
}

/// The first place where each id gives a key field.
using GivenFields = std::map<std::pair<std::string, std::string>, const Field*>;

GivenFields given_key_fields(const Register& joined, const Site& site) {
  GivenFields given;
  for (const RegisterEntry& entry : joined.entries) {
    for (const std::string& name : joined.definition.key_fields) {
      const Field* field = site.entry(entry.history.front()).find(name);
      if (field) given.emplace(std::pair(entry.id, name), field);
    }
  }
  return given;
}

/// An id may do without a key field (a measure of the whole system has no provider), but not here
/// with it and there without.
void judge_key_fields(const Register& joined, const Site& site, Diagnostics& diagnostics) {
  const GivenFields given = given_key_fields(joined, site);
  const auto judge = [&](const Entry& word, const std::string& name) {
    const auto elsewhere = given.find({word.id, name});
    if (word.find(name) || elsewhere == given.end()) return;
    const FieldDefinition* field = joined.definition.find_field(name);
    const std::string title = field ? field->title : name;
    diagnostics
        .error("key-field-missing", word.span,
               fmt::format("{} is without `{}`, which tells its entries apart", word.id, title))
        .note("given here", elsewhere->second->span)
        .with_help(
            fmt::format("add `- {}: {}`, or what else it is", title, elsewhere->second->text));
  };
  for (const RegisterEntry& entry : joined.entries) {
    for (const Step& step : entry.history) {
      for (const std::string& name : joined.definition.key_fields) judge(site.entry(step), name);
    }
  }
}

void judge_slugs(const Register& joined, const Site& site, Diagnostics& diagnostics) {
  struct Owner {
    std::vector<std::string> series;
    const RegisterEntry* entry = nullptr;
  };
  std::map<std::string, Owner> owners;
  for (const RegisterEntry& entry : joined.entries) {
    const Entry& word = site.entry(entry.history.front());
    std::vector<std::string> series =
        series_key(join_key(word, joined.definition), joined.definition);
    const auto [known, first] = owners.emplace(wanted_slug(series), Owner{series, &entry});
    const Owner& owner = known->second;
    if (first || owner.series == series) continue;
    diagnostics
        .error("slug-collision", word.span,
               fmt::format("{} would have the same URL as {}: {}", entry.key, owner.entry->key,
                           known->first))
        .note(fmt::format("{} is here", owner.entry->key), first_span(*owner.entry, site))
        .with_help("let them differ in more than punctuation");
  }
}

/// For each meeting the first entry there that reports on the register without raising, or null.
std::vector<const Entry*> find_reviews(const Register& joined, const Site& site) {
  std::vector<const Entry*> reviews(site.meetings.size());
  for (const RegisterEntry& entry : joined.entries) {
    for (const Step& step : entry.history) {
      const Entry& word = site.entry(step);
      const Entry*& first = reviews[step.meeting];
      if (!word.raises && (!first || word.span < first->span)) first = &word;
    }
  }
  return reviews;
}

/// An open action is expected in the next records that review actions.
class DropJudge {
 public:
  DropJudge(const Register& joined, const Site& site, Diagnostics& diagnostics)
      : reviews_(find_reviews(joined, site)), site_(site), diagnostics_(diagnostics) {}

  void judge(const RegisterEntry& entry) {
    bool open = true;
    for (std::size_t i = 0; i < entry.history.size(); ++i) {
      const Step& step = entry.history[i];
      const Field* field = state_field(site_.entry(step));
      if (field) open = !std::get<State>(field->value).closed;
      const bool last = i + 1 == entry.history.size();
      const std::size_t next = last ? reviews_.size() : entry.history[i + 1].meeting;
      if (open) judge_gap(entry, step, next);
    }
  }

 private:
  void judge_gap(const RegisterEntry& entry, const Step& step, std::size_t next) {
    for (std::size_t meeting = step.meeting + 1; meeting < next; ++meeting) {
      if (!reviews_[meeting]) continue;
      diagnostics_
          .warning("action-dropped", site_.entry(step).span,
                   fmt::format("{} is open, but not among what meeting {} reviewed", entry.key,
                               site_.meetings[meeting].code))
          .note("reviewed from here on", reviews_[meeting]->span)
          .with_help("report on it there, if only by its status");
      return;
    }
  }

  std::vector<const Entry*> reviews_;
  const Site& site_;
  Diagnostics& diagnostics_;
};

struct NumberedId {
  std::string prefix;  ///< "OPSG 41/"
  std::size_t digits = 0;
  int number = 0;
};

std::optional<NumberedId> split_number(const std::string& id) {
  const auto last_other = id.find_last_not_of("0123456789");
  if (last_other == std::string::npos || last_other + 1 == id.size()) return std::nullopt;
  NumberedId split{id.substr(0, last_other + 1), id.size() - last_other - 1, 0};
  const char* end = id.data() + id.size();
  const auto [rest, error] = std::from_chars(end - split.digits, end, split.number);
  return error == std::errc() ? std::optional(split) : std::nullopt;
}

std::string missing_ids(const NumberedId& next, int first) {
  const auto id = [&](int number) {
    return fmt::format("{}{:0{}}", next.prefix, number, next.digits);
  };
  const int last = next.number - 1;
  return first == last ? id(first) : id(first) + " to " + id(last);
}

/// A committee numbers the actions of each meeting from 1. Judged where at least one of a meeting's
/// actions is raised in the records: of others, only what is still open may ever be mentioned.
void judge_numbers(const Register& joined, const Site& site, Diagnostics& diagnostics) {
  std::map<std::string, std::map<int, const RegisterEntry*>> by_prefix;
  std::set<std::string> raised;
  for (const RegisterEntry& entry : joined.entries) {
    const auto id = split_number(entry.id);
    if (!id) continue;
    by_prefix[id->prefix].emplace(id->number, &entry);
    for (const Step& step : entry.history) {
      if (site.entry(step).raises) raised.insert(id->prefix);
    }
  }
  for (const std::string& prefix : raised) {
    int expected = 1;
    for (const auto& [number, entry] : by_prefix[prefix]) {
      if (number > expected) {
        diagnostics
            .warning("action-number-gap", first_span(*entry, site),
                     fmt::format("no record has {}, but here is {}",
                                 missing_ids(*split_number(entry->id), expected), entry->id))
            .with_help("raise what is missing, or correct the number");
      }
      expected = number + 1;
    }
  }
}

}  // namespace

void judge_register(const Register& joined, const Site& site, Diagnostics& diagnostics) {
  judge_key_fields(joined, site, diagnostics);
  judge_slugs(joined, site, diagnostics);
  if (!joined.definition.states.empty()) {
    DropJudge drops(joined, site, diagnostics);
    for (const RegisterEntry& entry : joined.entries) drops.judge(entry);
  }
  if (!joined.definition.raised_by.empty()) judge_numbers(joined, site, diagnostics);
}

}  // namespace opsg::released
