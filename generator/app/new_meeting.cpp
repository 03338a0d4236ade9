#include "new_meeting.h"

#include <fmt/format.h>

#include <algorithm>

#include "markdown_text.h"
#include "meeting_record.h"
#include "text.h"

namespace opsg::app {
namespace {

constexpr std::string_view kActionsItem = "Actions Outstanding";
constexpr std::string_view kNoLabel =
    "# Not decided yet: nothing of this is published before it has a label of the policy.\n"
    "classification = \"\"\n";

bool speaks_of_actions(const std::string& title) {
  return ascii_lower(title).find("action") != std::string::npos;
}

/// The standing items, the one that takes the actions among them.
std::vector<std::string> items_of(const NewMeeting& meeting) {
  std::vector<std::string> items = meeting.items;
  if (!meeting.actions.empty() && std::none_of(items.begin(), items.end(), speaks_of_actions)) {
    items.insert(items.begin(), std::string(kActionsItem));
  }
  return items;
}

std::string marking(Level level, const Policy& policy) {
  return level == Level{} ? "" : fmt::format(" ({})", ascii_upper(policy[level].name));
}

std::string write_action(const OpenAction& action, const Policy& policy) {
  const std::string title =
      action.title.empty() ? "" : ": " + importing::escape_inline(action.title);
  std::string out = fmt::format("### {}{}{}\n\n", action.id, title, marking(action.level, policy));
  for (const auto& [name, value] : action.fields) out += fmt::format("- {}: {}\n", name, value);
  return out + '\n';
}

}  // namespace

std::string write_new_minutes(const NewMeeting& meeting, const Policy& policy) {
  std::string out = fmt::format("+++\n{}status = \"draft\"\n+++\n\n", kNoLabel);
  int number = 0;
  bool carried = false;
  for (const std::string& item : items_of(meeting)) {
    out += fmt::format("## {}. {}\n\n", ++number, importing::escape_inline(item));
    if (carried || !speaks_of_actions(item)) continue;
    for (const OpenAction& action : meeting.actions) out += write_action(action, policy);
    carried = true;
  }
  out.pop_back();
  return out;
}

std::string write_new_meeting_facts(const NewMeeting& meeting) {
  const std::string kind =
      meeting.kind.empty() ? "" : fmt::format("kind = {}\n", importing::toml_string(meeting.kind));
  return fmt::format("{}code = {}\n{}date = {}\n", kNoLabel, importing::toml_string(meeting.code),
                     kind, iso_date(meeting.date));
}

std::string write_new_page(const std::string& title) {
  return fmt::format("+++\n{}status = \"draft\"\ntitle = {}\n+++\n", kNoLabel,
                     importing::toml_string(title));
}

}  // namespace opsg::app
