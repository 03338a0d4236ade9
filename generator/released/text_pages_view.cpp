#include "text_pages_view.h"

#include <set>

#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

constexpr int kPageHeadingLevel = 2;

LevelView level_view(const PolicyLevel& level, Level rank, const Clearance& clearance) {
  LevelView view;
  view.name = capitalised(level.name);
  view.rank = static_cast<int>(rank.rank);
  view.shown = level.audience && clearance.admits(rank);
  view.other_names = joined(level.other_names);
  view.audience = level.audience.value_or("");
  view.description = level.description;
  view.handling = level.handling;
  return view;
}

}  // namespace

GlossaryView make_glossary_view(const PageContext& context) {
  GlossaryView view;
  view.page = page_frame(context, "glossary/", "Glossary");
  if (!context.site.vocabulary) return view;
  std::set<std::string> anchors;
  for (const auto& [acronym, expansion] : context.site.vocabulary->glossary()) {
    std::string anchor = slugify(acronym);
    if (!anchors.insert(anchor).second) anchor.clear();
    view.acronyms.push_back({acronym, anchor, expansion});
  }
  return view;
}

PolicyView make_policy_view(const PageContext& context) {
  const Policy& policy = context.policy;
  const Audience* audience = policy.find_audience(context.site.audience);
  const Clearance clearance = audience ? audience->clearance : Clearance{};
  PolicyView view;
  view.page = page_frame(context, "policy/", "Information policy");
  for (std::size_t rank = 0; rank < policy.levels.size(); ++rank) {
    view.levels.push_back(level_view(policy.levels[rank], Level{rank}, clearance));
  }
  view.people = capitalised(policy[policy.people].name);
  view.shows_people = clearance.admits(policy.people);
  view.shows_drafts = clearance.drafts;
  view.shows_embargoed = clearance.embargoed;
  return view;
}

TextPageView make_text_page_view(const PageContext& context, const Record& record) {
  PageScope scope{context.permalinks.record(record), {}};
  TextPageView view;
  view.page = page_frame(context, scope.path, record.title);
  for (std::size_t i = 0; i < record.trees.size(); ++i) {
    view.fragments.push_back(context.markdown.fragment(record, i, kPageHeadingLevel, scope));
  }
  return view;
}

NotFoundView make_not_found_view(const PageContext& context) {
  NotFoundView view;
  view.page = page_frame(context, "404.html", "Page not found");
  view.page.canonical.clear();
  return view;
}

SearchView make_search_view(const PageContext& context) {
  return {page_frame(context, kSearchPage, "Search")};
}

}  // namespace opsg::released
