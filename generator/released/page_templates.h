#pragma once

#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "archive_view.h"
#include "data_view.h"
#include "decision_view.h"
#include "entry_view.h"
#include "home_view.h"
#include "log_view.h"
#include "measure_view.h"
#include "meeting_view.h"
#include "party_view.h"
#include "reference_view.h"
#include "register_view.h"
#include "review_view.h"
#include "score_view.h"
#include "series_view.h"
#include "template.h"
#include "text_pages_view.h"

namespace opsg::released {

/// One compiled template for each kind of page, by the name that the view gives (V::kTemplate).
template <class... Views>
class TemplatesOf {
 public:
  /// All of them are compiled, whatever is wrong with one; nothing where anything is.
  static std::optional<TemplatesOf> compile(const TemplateSet& set, Diagnostics& diagnostics) {
    TemplatesOf templates;
    const auto compile_one = [&]<class V>(std::optional<Template<V>>& compiled) {
      compiled = Template<V>::compile(set, V::kTemplate, diagnostics);
      return compiled.has_value();
    };
    const bool complete = std::apply(
        [&](auto&... each) { return (static_cast<int>(compile_one(each)) & ... & 1) != 0; },
        templates.templates_);
    if (!complete) return std::nullopt;
    return templates;
  }

  static std::vector<std::string_view> names() { return {Views::kTemplate...}; }
  /// What each of them can show, in the order of names().
  static std::vector<const ViewType*> views() { return {&view_type_of<Views>()...}; }

  template <class V>
  const Template<V>& of() const {
    return *std::get<std::optional<Template<V>>>(templates_);
  }

 private:
  TemplatesOf() = default;

  std::tuple<std::optional<Template<Views>>...> templates_;
};

using PageTemplates = TemplatesOf<HomeView, MeetingsView, MeetingView, LogView, EntryView,
                                  SeriesView, ScoreView, ReviewView, MeasuresView, RegisterView,
                                  DecisionsView, ReferencesView, ReferenceView, PartiesView,
                                  PartyView, GlossaryView, PolicyView, TextPageView, DataView,
                                  NotFoundView, SearchView>;

}  // namespace opsg::released
