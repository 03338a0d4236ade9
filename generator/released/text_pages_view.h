#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page_context.h"
#include "page_view.h"

namespace opsg::released {

struct AcronymView {
  std::string acronym;
  std::string anchor;
  std::string expansion;

  static void describe(ViewFields<AcronymView>& field) {
    field("acronym", &AcronymView::acronym);
    field("anchor", &AcronymView::anchor, "an id; may be empty");
    field("expansion", &AcronymView::expansion);
  }
};

struct GlossaryView {
  static constexpr std::string_view kTemplate = "glossary.html";

  PageView page;
  std::vector<AcronymView> acronyms;

  static void describe(ViewFields<GlossaryView>& field) {
    field("page", &GlossaryView::page);
    field("acronyms", &GlossaryView::acronyms, "by acronym");
  }
};

struct LevelView {
  std::string name;
  int rank = 0;
  bool shown = false;
  std::string other_names;
  std::string audience;
  std::string description;
  std::string handling;

  static void describe(ViewFields<LevelView>& field) {
    field("name", &LevelView::name, "White");
    field("rank", &LevelView::rank, "0 for the most open level");
    field("shown", &LevelView::shown, "this site shows what has this level");
    field("other_names", &LevelView::other_names, "with commas; may be empty");
    field("audience", &LevelView::audience, "empty: named recipients only, never rendered");
    field("description", &LevelView::description);
    field("handling", &LevelView::handling, "the statement printed on documents; may be empty");
  }
};

/// The information policy: what the levels mean, and what of them this site shows. It says nothing
/// of any record.
struct PolicyView {
  static constexpr std::string_view kTemplate = "policy.html";

  PageView page;
  std::vector<LevelView> levels;
  std::string people;
  bool shows_people = false;
  bool shows_drafts = false;
  bool shows_embargoed = false;

  static void describe(ViewFields<PolicyView>& field) {
    field("page", &PolicyView::page);
    field("levels", &PolicyView::levels, "from open to closed");
    field("people", &PolicyView::people, "the level of people's names");
    field("shows_people", &PolicyView::shows_people, "this site shows people's names");
    field("shows_drafts", &PolicyView::shows_drafts, "... drafts");
    field("shows_embargoed", &PolicyView::shows_embargoed, "... documents before their date");
  }
};

/// A page of content/pages.
struct TextPageView {
  static constexpr std::string_view kTemplate = "page.html";

  PageView page;
  std::vector<SafeHtml> fragments;

  static void describe(ViewFields<TextPageView>& field) {
    field("page", &TextPageView::page);
    field("fragments", &TextPageView::fragments, "one where complete, else one for each extract");
  }
};

/// The page for addresses that lead nowhere.
struct NotFoundView {
  static constexpr std::string_view kTemplate = "404.html";

  PageView page;

  static void describe(ViewFields<NotFoundView>& field) { field("page", &NotFoundView::page); }
};

/// The page that searches the site, and leads to its indexes where it cannot.
struct SearchView {
  static constexpr std::string_view kTemplate = "search.html";

  PageView page;

  static void describe(ViewFields<SearchView>& field) { field("page", &SearchView::page); }
};

GlossaryView make_glossary_view(const PageContext& context);
PolicyView make_policy_view(const PageContext& context);
TextPageView make_text_page_view(const PageContext& context, const Record& record);
NotFoundView make_not_found_view(const PageContext& context);
SearchView make_search_view(const PageContext& context);

}  // namespace opsg::released
