#include "action_dates.h"

#include <algorithm>

namespace opsg::released {
namespace {

bool gives_target(const WrittenDate* date) {
  return date && date->kind != WrittenDate::Kind::not_applicable;
}

const WrittenDate* written_date(const Entry& entry, std::string_view name) {
  const Field* field = entry.find(name);
  return field ? std::get_if<WrittenDate>(&field->value) : nullptr;
}

/// Follows an entry's targets through its history.
class Targets {
 public:
  void read(const Entry& entry, std::size_t step) {
    const WrittenDate* target = written_date(entry, "target");
    const WrittenDate* revised = written_date(entry, "revised");
    if (gives_target(target) && !repeats_known(*target, gives_target(revised))) {
      revisions_.push_back({*target, step, false});
    }
    if (gives_target(revised) && !is_present(*revised))
      revisions_.push_back({*revised, step, true});
  }

  /// From here on what was said at an earlier meeting is the last target.
  void begin_meeting() { at_start_ = revisions_.size(); }

  std::vector<TargetRevision> take() { return std::move(revisions_); }

 private:
  bool is_present(const WrittenDate& date) const {
    return !revisions_.empty() && revisions_.back().date == date;
  }

  /// The last target, or the one before this meeting's own revisions; beside a `Revised`, logs
  /// often leave the original one in place.
  bool repeats_known(const WrittenDate& target, bool beside_revised) const {
    const std::size_t first = beside_revised || at_start_ == 0 ? 0 : at_start_ - 1;
    return std::any_of(revisions_.begin() + static_cast<std::ptrdiff_t>(first), revisions_.end(),
                       [&](const TargetRevision& known) { return known.date == target; });
  }

  std::vector<TargetRevision> revisions_;
  std::size_t at_start_ = 0;
};

std::vector<TargetRevision> read_targets(const std::vector<Step>& history, const Site& site) {
  Targets targets;
  for (std::size_t step = 0; step < history.size(); ++step) {
    if (step > 0 && history[step].meeting != history[step - 1].meeting) targets.begin_meeting();
    targets.read(site.entry(history[step]), step);
  }
  return targets.take();
}

std::optional<Date> read_raised(const std::vector<Step>& history, const Site& site) {
  for (const Step& step : history) {
    if (const auto date = date_in(site.entry(step).find("raised"))) return date;
  }
  for (const Step& step : history) {
    if (site.entry(step).raises) return site.meeting(step).date;
  }
  return std::nullopt;
}

int age_days(const RegisterEntry& entry, std::optional<Date> as_of) {
  const std::optional<Date> end = entry.closed ? entry.closed_on : as_of;
  return entry.raised && end ? std::max(0, days_between(*entry.raised, *end)) : 0;
}

int days_overdue(const RegisterEntry& entry, std::optional<Date> as_of) {
  const auto target = entry.target();
  if (entry.closed || !target || !as_of) return 0;
  return std::max(0, days_between(*target, *as_of));
}

int slippage_days(const RegisterEntry& entry) {
  const auto is_date = [](const TargetRevision& target) { return target.date.date.has_value(); };
  const auto& targets = entry.targets;
  const auto first = std::find_if(targets.begin(), targets.end(), is_date);
  if (first == targets.end()) return 0;
  const auto last = std::find_if(targets.rbegin(), targets.rend(), is_date);
  return std::max(0, days_between(*first->date.date, entry.closed_on.value_or(*last->date.date)));
}

}  // namespace

const Field* state_field(const Entry& entry) {
  const auto found = std::find_if(entry.fields.begin(), entry.fields.end(), [](const Field& field) {
    return std::holds_alternative<State>(field.value);
  });
  return found == entry.fields.end() ? nullptr : &*found;
}

std::optional<Date> date_in(const Field* field) {
  const auto* written = field ? std::get_if<WrittenDate>(&field->value) : nullptr;
  return written ? written->date : std::nullopt;
}

void read_state(RegisterEntry& entry, const RegisterDefinition& definition, const Site& site) {
  const auto& states = definition.states;
  const auto open = std::find_if(states.begin(), states.end(),
                                 [](const StateDefinition& state) { return !state.closed; });
  if (open != states.end()) entry.state = open->name;
  for (const Step& step : entry.history) {
    const Field* field = state_field(site.entry(step));
    if (!field) continue;
    const State& state = std::get<State>(field->value);
    if (!state.closed) entry.closed_on.reset();
    if (state.closed && !entry.closed) entry.closed_on = site.meeting(step).date;
    entry.closed = state.closed;
    entry.state = state.name;
  }
}

void read_dates(RegisterEntry& entry, const Site& site) {
  entry.raised = read_raised(entry.history, site);
  entry.targets = read_targets(entry.history, site);
  entry.age_days = age_days(entry, site.as_of);
  entry.days_overdue = days_overdue(entry, site.as_of);
  entry.slippage_days = slippage_days(entry);
}

const Field* RegisterEntry::find(std::string_view field_name) const {
  const auto found = std::find_if(present.begin(), present.end(),
                                  [&](const Field& field) { return field.name == field_name; });
  return found == present.end() ? nullptr : &*found;
}

std::optional<Date> RegisterEntry::target() const {
  return targets.empty() ? std::nullopt : targets.back().date.date;
}

}  // namespace opsg::released
