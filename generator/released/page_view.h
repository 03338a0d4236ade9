#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "view_fields.h"

namespace opsg::released {

struct LinkView {
  std::string text;
  std::string href;
  bool comma = false;

  static void describe(ViewFields<LinkView>& field) {
    field("text", &LinkView::text);
    field("href", &LinkView::href, "empty where there is no page to link to");
    field("comma", &LinkView::comma, "another link follows in the same list");
  }
};

struct NavigationView {
  std::string title;
  std::string href;
  bool current = false;

  static void describe(ViewFields<NavigationView>& field) {
    field("title", &NavigationView::title);
    field("href", &NavigationView::href);
    field("current", &NavigationView::current, "this is the page, or the section that it is in");
  }
};

/// A style sheet, script or image of the theme.
struct AssetView {
  std::string href;
  std::string integrity;

  static void describe(ViewFields<AssetView>& field) {
    field("href", &AssetView::href, "with a fingerprint of what it holds");
    field("integrity", &AssetView::integrity, "for the integrity attribute: sha384-...");
  }
};

/// Who may see the pages: all of a site's pages are made for one audience.
struct BannerView {
  std::string level;
  std::string audience;
  std::string handling;
  int rank = 0;

  static void describe(ViewFields<BannerView>& field) {
    field("level", &BannerView::level, "the level's name, capitalised: White");
    field("audience", &BannerView::audience, "the audience's name: public");
    field("handling", &BannerView::handling, "the level's handling statement; may be empty");
    field("rank", &BannerView::rank, "0 for the most open level");
  }
};

/// The same content in another format: a feed, the calendar.
struct AlternateView {
  std::string title;
  std::string type;
  std::string href;

  static void describe(ViewFields<AlternateView>& field) {
    field("title", &AlternateView::title);
    field("type", &AlternateView::type, "the media type: application/atom+xml");
    field("href", &AlternateView::href);
  }
};

/// The site's search; all empty where site.toml asks for none.
struct SiteSearchView {
  std::string href;
  std::string bundle;

  static void describe(ViewFields<SiteSearchView>& field) {
    field("href", &SiteSearchView::href, "the link to the search page; empty: there is no search");
    field("bundle", &SiteSearchView::bundle, "the script that searches; missing if not installed");
  }
};

/// What is the same on every page.
struct SiteView {
  std::string title;
  std::string description;
  std::string language;
  std::string locale;
  std::string home;
  std::string as_of;
  std::string policy;
  std::vector<AssetView> stylesheets;
  std::vector<AssetView> scripts;
  std::optional<AssetView> icon;
  std::vector<AlternateView> alternates;
  BannerView banner;
  SiteSearchView search;

  static void describe(ViewFields<SiteView>& field) {
    field("title", &SiteView::title);
    field("description", &SiteView::description);
    field("language", &SiteView::language, "a BCP 47 tag: en-GB");
    field("locale", &SiteView::locale, "the language as Open Graph writes it: en_GB; may be empty");
    field("home", &SiteView::home, "the link to the home page");
    field("as_of", &SiteView::as_of, "the day on which overdue is counted; may be empty");
    field("policy", &SiteView::policy, "the link to the policy page");
    field("stylesheets", &SiteView::stylesheets, "in the order of theme.toml");
    field("scripts", &SiteView::scripts, "in the order of theme.toml");
    field("icon", &SiteView::icon, "theme.toml's");
    field("alternates", &SiteView::alternates, "the headlines' feeds and the calendar");
    field("banner", &SiteView::banner);
    field("search", &SiteView::search);
  }
};

/// What the search index knows of a page beside its text.
struct PageSearchView {
  bool indexed = false;
  std::string title;
  std::string kind;
  std::vector<std::string> years;
  std::vector<std::string> owners;

  static void describe(ViewFields<PageSearchView>& field) {
    field("indexed", &PageSearchView::indexed, "the page is to be found by the site's search");
    field("title", &PageSearchView::title, "as results show it");
    field("kind", &PageSearchView::kind, "Meetings, Action log, References, ...");
    field("years", &PageSearchView::years, "of its meetings");
    field("owners", &PageSearchView::owners, "the parties in charge");
  }
};

/// The frame of one page.
struct PageView {
  std::string title;
  std::string canonical;
  std::string description;
  std::vector<AlternateView> alternates;
  bool is_home = false;
  std::vector<NavigationView> navigation;
  std::vector<NavigationView> more;
  std::vector<AssetView> stylesheets;
  std::vector<AssetView> scripts;
  PageSearchView search;
  std::shared_ptr<const SiteView> site;

  static void describe(ViewFields<PageView>& field) {
    field("title", &PageView::title);
    field("canonical", &PageView::canonical, "the absolute URL; empty for an error page");
    field("description", &PageView::description, "a sentence or two in plain text; never empty");
    field("alternates", &PageView::alternates, "the page's own feeds");
    field("is_home", &PageView::is_home);
    field("navigation", &PageView::navigation, "meetings, registers and decisions");
    field("more", &PageView::more,
          "references, parties, glossary, policy and the site's own pages");
    field("stylesheets", &PageView::stylesheets, "those of this kind of page alone");
    field("scripts", &PageView::scripts, "those of this kind of page alone");
    field("search", &PageView::search);
    field("site", &PageView::site);
  }
};

}  // namespace opsg::released
