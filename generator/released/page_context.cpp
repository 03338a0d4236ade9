#include "page_context.h"

#include "date.h"
#include "theme.h"
#include "view_text.h"

namespace opsg::released {
namespace {

BannerView banner(const Site& site, const Policy& policy) {
  const Audience* audience = policy.find_audience(site.audience);
  if (audience == nullptr) return {};
  const Level level = audience->clearance.level;
  return {capitalised(policy[level].name), audience->name, policy[level].handling,
          static_cast<int>(level.rank)};
}

class Navigation {
 public:
  Navigation(const PageContext& context, std::string_view path) : context_(context), path_(path) {}

  std::vector<NavigationView> sections() const {
    std::vector<NavigationView> list = {entry("Meetings", "meetings/")};
    for (const Register& reg : context_.site.registers) {
      const RegisterDefinition& definition = reg.definition;
      list.push_back(entry(definition.title, context_.permalinks.register_index(definition)));
    }
    list.push_back(entry("Decisions", "decisions/"));
    return list;
  }

  std::vector<NavigationView> more() const {
    std::vector<NavigationView> list;
    for (const std::size_t page : context_.site.pages) {
      const Record& record = context_.site.records[page];
      list.push_back(entry(record.title, context_.permalinks.record(record)));
    }
    list.push_back(entry("References", "references/"));
    list.push_back(entry("Parties", "parties/"));
    list.push_back(entry("Glossary", "glossary/"));
    list.push_back(entry("Information policy", "policy/"));
    return list;
  }

 private:
  NavigationView entry(std::string title, const std::string& section) const {
    return {std::move(title), context_.href(section), path_.starts_with(section)};
  }

  const PageContext& context_;
  std::string_view path_;
};

}  // namespace

std::vector<AssetView> asset_views(const Permalinks& permalinks,
                                   const std::vector<ThemeAsset>& assets) {
  std::vector<AssetView> views;
  for (const ThemeAsset& asset : assets) {
    views.push_back({permalinks.href(asset.path), asset.integrity});
  }
  return views;
}

SiteView make_site_view(const Site& site, const Policy& policy, const Permalinks& permalinks,
                        const Theme& theme) {
  SiteView view;
  view.title = site.config.title;
  view.description = site.config.description;
  view.language = site.config.language;
  view.home = permalinks.href("");
  view.policy = permalinks.href("policy/");
  if (site.as_of) view.as_of = long_date(*site.as_of);
  view.stylesheets = asset_views(permalinks, theme.on_every_page.stylesheets);
  view.scripts = asset_views(permalinks, theme.on_every_page.scripts);
  if (theme.icon) view.icon = AssetView{permalinks.href(theme.icon->path), theme.icon->integrity};
  view.banner = banner(site, policy);
  return view;
}

PageView page_frame(const PageContext& context, std::string_view path, std::string title) {
  const Navigation navigation(context, path);
  PageView view;
  view.title = std::move(title);
  view.canonical = context.permalinks.url(path);
  view.is_home = path.empty();
  view.navigation = navigation.sections();
  view.more = navigation.more();
  view.site = context.site_view;
  return view;
}

}  // namespace opsg::released
