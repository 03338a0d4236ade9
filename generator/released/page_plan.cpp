#include "page_plan.h"

#include <memory>
#include <utility>

#include "entry_address.h"
#include "entry_series.h"
#include "register_shape.h"

namespace opsg::released {
namespace {

class PagePlan {
 public:
  PagePlan(const PageContext& context, const Theme& theme) : context_(context), theme_(theme) {}

  void add_fixed_pages() {
    add("", make_home_view);
    add("references/", make_references_view);
    add("parties/", make_parties_view);
    add("glossary/", make_glossary_view);
    add("policy/", make_policy_view);
    add("data/", make_data_view);
    add("404.html", make_not_found_view, false);
    if (context_.site.config.search) add(std::string(kSearchPage), make_search_view);
  }

  void add_archive() {
    add("meetings/",
        [](const PageContext& context) { return make_meetings_view(context, std::nullopt); });
    for (const int year : meeting_years(context_.site)) {
      add(context_.permalinks.year(year),
          [year](const PageContext& context) { return make_meetings_view(context, year); });
    }
  }

  void add_meetings() {
    for (std::size_t i = 0; i < context_.site.meetings.size(); ++i) {
      add(context_.permalinks.meeting(context_.site.meetings[i]),
          [i](const PageContext& context) { return make_meeting_view(context, i); });
    }
  }

  void add_registers() {
    for (const Register& reg : context_.site.registers) {
      add_index(reg);
      if (has_series(reg.definition)) {
        add_series(reg);
      } else {
        add_entries(reg);
      }
    }
  }

  void add_decisions() {
    const auto index = std::make_shared<const DecisionIndex>(context_.site);
    for (const DecisionFilter& filter : index->filters()) {
      add(decisions_path(filter), [index, filter](const PageContext& context) {
        return make_decisions_view(context, *index, filter);
      });
    }
  }

  void add_references() {
    for (std::size_t i = 0; i < context_.site.references.size(); ++i) {
      add(context_.permalinks.reference(context_.site.references[i]),
          [i](const PageContext& context) { return make_reference_view(context, i); });
    }
  }

  void add_parties() {
    if (!context_.site.vocabulary) return;
    for (const Party& party : context_.site.vocabulary->parties()) {
      add(context_.permalinks.party(party),
          [&party](const PageContext& context) { return make_party_view(context, party); });
    }
  }

  void add_text_pages() {
    for (const std::size_t i : context_.site.pages) {
      const Record& record = context_.site.records[i];
      add(context_.permalinks.record(record),
          [&record](const PageContext& context) { return make_text_page_view(context, record); });
    }
  }

  std::vector<PlannedPage> take() { return std::move(pages_); }

 private:
  /// The view's type decides which template renders it.
  template <class MakeView>
  void add(std::string path, MakeView make_view, bool listed = true) {
    using View = std::invoke_result_t<MakeView, const PageContext&>;
    const PageAssets& assets = theme_.assets_of_template(View::kTemplate);
    const auto render = [&context = context_, &page = theme_.templates.of<View>(), &assets,
                         make_view] {
      View view = make_view(context);
      view.page.stylesheets = asset_views(context.permalinks, assets.stylesheets);
      view.page.scripts = asset_views(context.permalinks, assets.scripts);
      return page.render(view);
    };
    pages_.push_back({std::move(path), listed, render});
  }

  void add_index(const Register& reg) {
    switch (shape_of(reg.definition)) {
      case RegisterShape::log:
        return add_log(reg);
      case RegisterShape::scores:
        return add_index_page(reg, make_score_view);
      case RegisterShape::ratings:
        return add_index_page(reg, make_review_view);
      case RegisterShape::measures:
        return add_index_page(reg, make_measures_view);
      case RegisterShape::plain:
        return add_index_page(reg, make_register_view);
    }
  }

  template <class View>
  void add_index_page(const Register& reg, View (*make)(const PageContext&, const Register&)) {
    add(context_.permalinks.register_index(reg.definition),
        [&reg, make](const PageContext& context) { return make(context, reg); });
  }

  void add_entries(const Register& reg) {
    for (std::size_t i = 0; i < reg.entries.size(); ++i) {
      add(context_.permalinks.entry_page(reg.definition, reg.entries[i]),
          [&reg, i](const PageContext& context) { return make_entry_view(context, reg, i); });
    }
  }

  void add_series(const Register& reg) {
    const auto all = std::make_shared<const std::vector<EntrySeries>>(entry_series(reg));
    for (std::size_t i = 0; i < all->size(); ++i) {
      const RegisterEntry& first = reg.entries[(*all)[i].entries.front()];
      add(context_.permalinks.entry_page(reg.definition, first),
          [&reg, all, i](const PageContext& context) {
            return make_series_view(context, reg, *all, i);
          });
    }
  }

  void add_log(const Register& reg) {
    const auto log = std::make_shared<const LogPlan>(plan_log(context_, reg));
    const std::string index = context_.permalinks.register_index(reg.definition);
    for (const LogPage& page : log_pages(*log)) {
      const auto make = [&reg, log, page](const PageContext& context) {
        return make_log_view(context, reg, *log, page);
      };
      add(index + log_page_path(*log, page), make, is_standing_order(page));
    }
  }

  const PageContext& context_;
  const Theme& theme_;
  std::vector<PlannedPage> pages_;
};

}  // namespace

std::vector<PlannedPage> plan_pages(const PageContext& context, const Theme& theme) {
  PagePlan plan(context, theme);
  plan.add_fixed_pages();
  plan.add_archive();
  plan.add_meetings();
  plan.add_registers();
  plan.add_decisions();
  plan.add_references();
  plan.add_parties();
  plan.add_text_pages();
  return plan.take();
}

std::string file_of_page(const std::string& path) {
  return path.empty() || path.back() == '/' ? path + "index.html" : path;
}

}  // namespace opsg::released
