#include "page_context.h"

#include "alternate_links.h"
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

SiteSearchView search_link(const Site& site, const Permalinks& permalinks) {
  if (!site.config.search) return {};
  const bool installed = site.config.search->installed;
  return {permalinks.href(kSearchPage),
          installed ? permalinks.href("pagefind/pagefind.js") : std::string()};
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
    list.push_back(entry("Data and feeds", "data/"));
    return list;
  }

 private:
  NavigationView entry(std::string title, const std::string& section) const {
    return {std::move(title), context_.href(section), path_.starts_with(section)};
  }

  const PageContext& context_;
  std::string_view path_;
};

std::vector<AlternateView> site_alternates(const Permalinks& permalinks) {
  std::vector<AlternateView> links = feed_links(permalinks, "", "Headlines", true);
  links.push_back(calendar_link(permalinks));
  return links;
}

std::vector<AlternateView> page_alternates(const Permalinks& permalinks, const PageFacts& facts) {
  if (facts.feed_title.empty()) return {};
  return feed_links(permalinks, facts.feed_page, facts.feed_title, facts.has_json_feed);
}

/// "en-GB" -> "en_GB": Open Graph knows no other tags than a language with a territory.
std::string locale_of(const std::string& language) {
  const bool fits = language.size() == 5 && language[2] == '-';
  return fits ? language.substr(0, 2) + '_' + language.substr(3) : std::string();
}

std::string description_of(const PageContext& context, const PageFacts& facts,
                           const std::string& title) {
  if (!facts.description.empty()) return facts.description;
  const SiteConfig& config = context.site.config;
  return title + ". " + (config.description.empty() ? config.title : config.description);
}

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
  view.locale = locale_of(site.config.language);
  view.home = permalinks.href("");
  view.policy = permalinks.href("policy/");
  if (site.as_of) view.as_of = long_date(*site.as_of);
  view.stylesheets = asset_views(permalinks, theme.on_every_page.stylesheets);
  view.scripts = asset_views(permalinks, theme.on_every_page.scripts);
  if (theme.icon) view.icon = AssetView{permalinks.href(theme.icon->path), theme.icon->integrity};
  view.alternates = site_alternates(permalinks);
  view.banner = banner(site, policy);
  view.search = search_link(site, permalinks);
  return view;
}

PageView page_frame(const PageContext& context, std::string_view path, std::string title) {
  const Navigation navigation(context, path);
  const PageFacts& facts = context.facts.of(path);
  PageView view;
  view.title = std::move(title);
  view.description = description_of(context, facts, view.title);
  view.alternates = page_alternates(context.permalinks, facts);
  view.canonical = context.permalinks.url(path);
  view.is_home = path.empty();
  view.navigation = navigation.sections();
  view.more = navigation.more();
  view.search = context.search.of(path);
  if (view.search.title.empty()) view.search.title = view.title;
  view.site = context.site_view;
  return view;
}

}  // namespace opsg::released
