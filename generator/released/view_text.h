#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "page_context.h"

namespace opsg::released {

/// "white" -> "White"; "extra-papers" -> "Extra papers".
std::string capitalised(std::string_view name);
/// "1 day", "12 days".
std::string counted(std::size_t number, std::string_view singular, std::string_view plural);
std::string days_text(int days);                            ///< "12 days"; never of less than none.
std::string joined(const std::vector<std::string>& parts);  ///< "a, b"
std::string time_text(TimeOfDay time);                      ///< "09:05"
/// A field's value as the site writes it: dates in full, everything else as the record has it.
std::string field_text(const Field& field);
/// The same, with parties by the names that parties.toml gives them: "CSP N, DCC".
std::string value_text(const Field& field);
std::string rag_name(Rag rag);  ///< "Green"

/// "OPSG 41_2501"
std::string meeting_name(const Site& site, const Meeting& meeting);
LinkView meeting_link(const PageContext& context, const Meeting& meeting);
/// The party as a link where parties.toml has it, as text where not.
std::vector<LinkView> party_links(const PageContext& context,
                                  const std::vector<std::string>& names);
/// What references of a definition are called: "Modification".
std::string reference_title(const Site& site, const std::string& definition);
/// The place where the record has the item, "3.1"; without a text where `item` is kNoItem.
LinkView item_link(const PageContext& context, const Record& record, std::size_t item);

/// Leaves each `anchor` to the first view that has it: an id stands once on a page.
template <class View>
void keep_first_anchors(std::vector<View>& views) {
  std::set<std::string> seen;
  for (View& view : views) {
    if (!seen.insert(view.anchor).second) view.anchor.clear();
  }
}

}  // namespace opsg::released
