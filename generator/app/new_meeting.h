#pragma once

#include <optional>
#include <string>
#include <vector>

#include "date.h"
#include "open_actions.h"
#include "policy.h"

namespace opsg::app {

/// What a new meeting's records begin with.
struct NewMeeting {
  std::string code;
  std::string kind;  ///< May be empty.
  Date date{};
  std::vector<std::string> items;  ///< Titles of the standing items.
  std::vector<OpenAction> actions;
};

/// The records have no label yet: `check` fails until a person has decided. Open actions go below
/// the first item that speaks of actions, or below one of their own before all others; what is
/// withheld from the most open level is marked, so that no label of the document publishes it.
std::string write_new_minutes(const NewMeeting& meeting, const Policy& policy);
std::string write_new_meeting_facts(const NewMeeting& meeting);

/// A page of text without a label.
std::string write_new_page(const std::string& title);

}  // namespace opsg::app
