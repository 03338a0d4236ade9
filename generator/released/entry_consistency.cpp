#include "entry_consistency.h"

#include <fmt/format.h>

#include <algorithm>

#include "action_dates.h"
#include "inline_text.h"
#include "markdown_node.h"
#include "register.h"
#include "text.h"

namespace opsg::released {
namespace {

bool says_reopened(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return lower.find("reopen") != std::string::npos || lower.find("re-open") != std::string::npos;
}

/// An open state after a closed one needs a word: a state of that name, or the entry's text.
bool is_reopened(const Entry& entry, const State& state) {
  return says_reopened(state.name) || says_reopened(entry.title) ||
         std::any_of(entry.prose.begin(), entry.prose.end(),
                     [](const MarkdownNode* block) { return says_reopened(plain_text(block)); });
}

std::string comparable_title(std::string_view title) {
  std::string text = ascii_lower(collapse_space(title));
  while (text.ends_with('.')) text.pop_back();
  return text;
}

std::string target_text(const WrittenDate& date) {
  return date.date ? long_date(*date.date) : "TBC";
}

class EntryJudge {
 public:
  EntryJudge(const RegisterEntry& entry, const RegisterDefinition& definition, const Site& site,
             Diagnostics& diagnostics)
      : entry_(entry), definition_(definition), site_(site), diagnostics_(diagnostics) {}

  void judge() {
    judge_raising();
    judge_raised_dates();
    judge_agreement();
    judge_reopening();
    judge_targets();
    judge_owner();
    judge_title();
  }

 private:
  const Entry& word(const Step& step) const { return site_.entry(step); }
  const std::string& code(const Step& step) const { return site_.meeting(step).code; }
  Date date(const Step& step) const { return site_.meeting(step).date; }
  const std::string& document(const Step& step) const { return site_.records[step.record].name; }

  /// In the headlines and in the minutes of one meeting an action may be raised once each.
  void judge_raising() {
    const Step* first = nullptr;
    for (const Step& step : entry_.history) {
      if (!word(step).raises) continue;
      if (first && (step.meeting != first->meeting || step.record == first->record)) {
        diagnostics_
            .error("raised-twice", word(step).span, fmt::format("{} is raised twice", entry_.key))
            .note(fmt::format("first raised here, at meeting {}", code(*first)), word(*first).span)
            .with_help(fmt::format(
                "give one of them an id of its own, or report on it under a heading: `### {}`",
                entry_.id));
      }
      if (!first) first = &step;
    }
  }

  template <class Says>
  const Step* first_step(Says says) const {
    const auto step = std::find_if(entry_.history.begin(), entry_.history.end(), says);
    return step == entry_.history.end() ? nullptr : &*step;
  }

  const Step* first_raising() const {
    return first_step([&](const Step& step) { return word(step).raises; });
  }

  /// Where the date in `RegisterEntry::raised` comes from.
  const Step* raised_by() const {
    const Step* by_field = first_step(
        [&](const Step& step) { return date_in(word(step).find("raised")).has_value(); });
    return by_field ? by_field : first_raising();
  }

  SourceSpan raised_span(const Step& step) const {
    const Field* field = word(step).find("raised");
    return date_in(field) ? field->span : word(step).span;
  }

  std::string raised_note() const {
    return fmt::format("raised here, on {}", long_date(*entry_.raised));
  }

  void judge_raised_dates() {
    const Step* raised = raised_by();
    if (!raised) return;
    for (const Step& step : entry_.history) {
      if (!word(step).raises && date(step) < *entry_.raised) judge_early(step, *raised);
      const auto given = date_in(word(step).find("raised"));
      if (!given && &step != first_raising()) continue;
      if (given.value_or(date(step)) != *entry_.raised) judge_raised_differs(step, *raised);
    }
  }

  void judge_early(const Step& step, const Step& raised) {
    diagnostics_
        .error("updated-before-raised", word(step).span,
               fmt::format("{} is reported on at a meeting of {}, before it is raised", entry_.key,
                           long_date(date(step))))
        .note(raised_note(), raised_span(raised))
        .with_help("correct the id, or one of the dates");
  }

  void judge_raised_differs(const Step& step, const Step& raised) {
    const Date given = date_in(word(step).find("raised")).value_or(date(step));
    diagnostics_
        .warning("raised-differs", raised_span(step),
                 fmt::format("{} is raised on {} here", entry_.key, long_date(given)))
        .note(raised_note(), raised_span(raised))
        .with_help("correct one of the dates");
  }

  /// The last step before `step`, at the same meeting, that gives the field.
  const Step* same_meeting_before(std::size_t step, std::string_view field) const {
    for (std::size_t i = step; i-- > 0;) {
      const Step& earlier = entry_.history[i];
      if (earlier.meeting != entry_.history[step].meeting) return nullptr;
      if (word(earlier).find(field)) return &earlier;
    }
    return nullptr;
  }

  bool is_inferred(const Step& step, const Field& field) const {
    return field.name == "owner" && word(step).owner_inferred;
  }

  void judge_agreement() {
    for (std::size_t i = 0; i < entry_.history.size(); ++i) {
      const Step& step = entry_.history[i];
      for (const Field& field : word(step).fields) {
        const Step* earlier = same_meeting_before(i, field.name);
        if (!earlier || is_inferred(step, field) || is_inferred(*earlier, field)) continue;
        judge_agreement(step, field, *earlier, *word(*earlier).find(field.name));
      }
    }
  }

  void judge_agreement(const Step& step, const Field& field, const Step& earlier,
                       const Field& other) {
    if (same_value(field.value, other.value)) return;
    const FieldDefinition* defined = definition_.find_field(field.name);
    diagnostics_
        .error("entry-disagrees", field.span,
               fmt::format("`{}` of {} is \"{}\" in the {} of meeting {}, and \"{}\" in its {}",
                           defined ? defined->title : field.name, entry_.key, field.text,
                           document(step), code(step), other.text, document(earlier)))
        .note(fmt::format("\"{}\" here", other.text), other.span)
        .with_help("make both say the same");
  }

  void judge_reopening() {
    const Step* closed = nullptr;
    for (const Step& step : entry_.history) {
      const Field* field = state_field(word(step));
      if (!field) continue;
      const State& state = std::get<State>(field->value);
      const bool silent = closed && !state.closed && step.meeting != closed->meeting;
      if (silent && !is_reopened(word(step), state)) {
        diagnostics_
            .error("reopened-silently", field->span,
                   fmt::format("{} is {} again without being reopened", entry_.key, state.name))
            .note(fmt::format("closed here, at meeting {}", code(*closed)),
                  state_field(word(*closed))->span)
            .with_help("say in its text that it was reopened, or correct the status");
      }
      closed = !state.closed ? nullptr : closed ? closed : &step;
    }
  }

  const Field& target_field(const TargetRevision& target) const {
    return *word(entry_.history[target.step]).find(target.revised ? "revised" : "target");
  }

  void judge_targets() {
    for (std::size_t i = 0; i < entry_.targets.size(); ++i) {
      const TargetRevision& target = entry_.targets[i];
      if (entry_.raised && target.date.date && *target.date.date < *entry_.raised) {
        judge_early_target(target);
      }
      if (i > 0 && !target.revised) judge_changed_target(entry_.targets[i - 1], target);
    }
  }

  void judge_early_target(const TargetRevision& target) {
    diagnostics_
        .error("target-before-raised", target_field(target).span,
               fmt::format("{} has a target of {}, before it was raised", entry_.key,
                           target_text(target.date)))
        .note(raised_note(), raised_span(*raised_by()))
        .with_help("correct one of the dates");
  }

  void judge_changed_target(const TargetRevision& before, const TargetRevision& target) {
    diagnostics_
        .warning("target-changed", target_field(target).span,
                 fmt::format("the target of {} is {} here, which no record gave before", entry_.key,
                             target_text(target.date)))
        .note(fmt::format("the last target is {}", target_text(before.date)),
              target_field(before).span)
        .with_help("keep the last target, and give the new one as `Revised`");
  }

  void judge_owner() {
    const Step* before = nullptr;
    for (const Step& step : entry_.history) {
      const Field* owner = word(step).find("owner");
      if (!owner) continue;
      if (before) judge_owner(*before, *word(*before).find("owner"), step, *owner);
      before = &step;
    }
  }

  /// Within a meeting, only an owner that was inferred may differ: all else is `entry-disagrees`.
  void judge_owner(const Step& before, const Field& old_owner, const Step& step,
                   const Field& owner) {
    const bool judged = before.meeting == step.meeting && !is_inferred(before, old_owner) &&
                        !is_inferred(step, owner);
    if (judged || same_value(old_owner.value, owner.value)) return;
    diagnostics_
        .warning("owner-changed", owner.span,
                 fmt::format("the owner of {} is {} here", entry_.key, owner.text))
        .note(fmt::format("it was {} at meeting {}", old_owner.text, code(before)), old_owner.span)
        .with_help("correct the owner, unless it was changed");
  }

  void judge_title() {
    const Step* before = nullptr;
    for (const Step& step : entry_.history) {
      if (word(step).title.empty()) continue;
      if (before) judge_title(*before, step);
      before = &step;
    }
  }

  void judge_title(const Step& before, const Step& step) {
    if (comparable_title(word(before).title) == comparable_title(word(step).title)) return;
    diagnostics_
        .warning("title-changed", word(step).span,
                 fmt::format("{} has another title than before", entry_.key))
        .note(fmt::format("its title was \"{}\" at meeting {}", word(before).title, code(before)),
              word(before).span)
        .with_help("leave the title out, or repeat it as it was");
  }

  const RegisterEntry& entry_;
  const RegisterDefinition& definition_;
  const Site& site_;
  Diagnostics& diagnostics_;
};

}  // namespace

void judge_entry(const RegisterEntry& entry, const RegisterDefinition& definition, const Site& site,
                 Diagnostics& diagnostics) {
  EntryJudge(entry, definition, site, diagnostics).judge();
}

}  // namespace opsg::released
