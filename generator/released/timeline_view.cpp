#include "timeline_view.h"

#include <algorithm>
#include <optional>

#include "action_dates.h"
#include "register.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// Whether the entry was closed after the steps before `end`.
bool closed_before(const Site& site, const RegisterEntry& entry, std::size_t end) {
  for (std::size_t i = end; i-- > 0;) {
    const Field* state = state_field(entry_at(site, entry.history[i]));
    if (state != nullptr) return std::get<State>(state->value).closed;
  }
  return false;
}

/// Says what a step adds to what was known of its entry.
class StepComparison {
 public:
  StepComparison(const Site& site, const Register& reg, const RegisterEntry& entry,
                 std::size_t step)
      : site_(site), definition_(reg.definition), entry_(entry), step_(step) {}

  std::vector<ChangeView> changes_of(const Entry& said) {
    if (step_ == 0) return {};
    for (const FieldDefinition& field : definition_.fields) add_field(field, said);
    const std::string title = said.title.empty() ? std::string() : title_before();
    if (!said.title.empty() && said.title != title) add("Title", title, said.title);
    return std::move(changes_);
  }

 private:
  /// What the latest step before this one that gives the field says; null where none does.
  const Field* known(const std::string& name) const {
    for (std::size_t i = step_; i-- > 0;) {
      const Field* field = entry_at(site_, entry_.history[i]).find(name);
      if (field != nullptr) return field;
    }
    return nullptr;
  }

  std::string title_before() const {
    for (std::size_t i = step_; i-- > 0;) {
      const std::string& title = entry_at(site_, entry_.history[i]).title;
      if (!title.empty()) return title;
    }
    return {};
  }

  void add_field(const FieldDefinition& definition, const Entry& said) {
    const bool is_date = definition.type == FieldType::date;
    if (is_date && definition.name == "target") return add_target(definition);
    if (is_date && definition.name == "revised") return;
    const Field* now = said.find(definition.name);
    if (now == nullptr) return;
    const Field* before = known(definition.name);
    if (before == nullptr) {
      if (definition.name != "raised") add(definition.title, assumed(definition), value_text(*now));
    } else if (!same_value(before->value, now->value)) {
      add(definition.title, value_text(*before), value_text(*now));
    }
  }

  void add_target(const FieldDefinition& definition) {
    std::optional<std::string> before, after;
    for (const TargetRevision& target : entry_.targets) {
      std::optional<std::string>& date = target.step < step_ ? before : after;
      if (target.step <= step_) date = written_date_text(target.date);
    }
    if (after) add(definition.title, before.value_or(""), *after);
  }

  /// An entry is open until a record says otherwise.
  std::string assumed(const FieldDefinition& definition) const {
    if (definition.type != FieldType::state) return {};
    for (const StateDefinition& state : definition_.states) {
      if (!state.closed) return state.name;
    }
    return {};
  }

  void add(const std::string& title, const std::string& before, const std::string& after) {
    if (before != after) changes_.push_back({title, before, after});
  }

  const Site& site_;
  const RegisterDefinition& definition_;
  const RegisterEntry& entry_;
  const std::size_t step_;
  std::vector<ChangeView> changes_;
};

}  // namespace

std::string written_date_text(const WrittenDate& date) {
  if (date.date) return long_date(*date.date);
  return date.kind == WrittenDate::Kind::to_be_confirmed ? "To be confirmed" : "Not applicable";
}

std::string step_kind(const Site& site, const Register& reg, const RegisterEntry& entry,
                      std::size_t step) {
  const Entry& said = entry_at(site, entry.history[step]);
  if (said.raises) return "Raised";
  if (reg.definition.states.empty()) return "Reported";
  const Field* field = state_field(said);
  if (field == nullptr) return "Updated";
  const bool is_closed = std::get<State>(field->value).closed;
  if (is_closed == closed_before(site, entry, step)) return "Updated";
  return is_closed ? "Closed" : "Reopened";
}

std::vector<ChangeView> step_changes(const Site& site, const Register& reg,
                                     const RegisterEntry& entry, std::size_t step) {
  return StepComparison(site, reg, entry, step).changes_of(entry_at(site, entry.history[step]));
}

StepView step_view(const PageContext& context, const Register& reg, const RegisterEntry& entry,
                   std::size_t index, PageScope& scope) {
  const Step& step = entry.history[index];
  const Meeting& meeting = context.site.meetings[step.meeting];
  const Record& record = context.site.records[step.record];
  const Entry& said = entry_at(context.site, step);
  StepView view;
  view.anchor = step_anchor(meeting);
  view.date = long_date(meeting.date);
  view.iso_date = iso_date(meeting.date);
  view.what = step_kind(context.site, reg, entry, index);
  view.meeting = meeting_link(context, meeting);
  view.item = item_link(context, record, said.item);
  view.item.href = context.href(context.permalinks.place(record, said.anchor));
  view.document = capitalised(record.name);
  view.is_first = index == 0;
  view.changes = step_changes(context.site, reg, entry, index);
  view.has_changes = !view.changes.empty();
  view.facts = facts(context, reg.definition, said.fields);
  view.prose = context.markdown.blocks(record, said.prose, 4, scope);
  return view;
}

}  // namespace opsg::released
