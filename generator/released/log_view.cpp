#include "log_view.h"

#include <map>

#include "entry_view.h"
#include "log_charts.h"
#include "score_charts.h"
#include "scores.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

std::string owner_slug(const PageContext& context, const std::string& name) {
  const Party* party =
      context.site.vocabulary ? context.site.vocabulary->find_party(name) : nullptr;
  return party ? party->slug : slugify(name);
}

LogFilter filter_by(const Register& reg, std::string title, std::string path, auto&& admits) {
  LogFilter filter{std::move(title), std::move(path), false, false, {}};
  for (std::size_t i = 0; i < reg.entries.size(); ++i) {
    if (admits(reg.entries[i])) filter.entries.push_back(i);
  }
  return filter;
}

/// One filter for each owner's path; two spellings of one path share it.
std::vector<LogFilter> owner_filters(const PageContext& context, const Register& reg) {
  std::map<std::string, LogFilter> filters;
  for (std::size_t i = 0; i < reg.entries.size(); ++i) {
    for (const std::string& name : parties_of(reg.entries[i])) {
      const std::string path = owner_path(context, name);
      if (path.empty()) continue;
      LogFilter& filter =
          filters.try_emplace(path, LogFilter{name, path, true, false, {}}).first->second;
      if (filter.entries.empty() || filter.entries.back() != i) filter.entries.push_back(i);
    }
  }
  std::vector<LogFilter> list;
  for (auto& [path, filter] : filters) list.push_back(std::move(filter));
  return list;
}

FilterView filter_view(const PageContext& context, const Register& reg, const LogFilter& filter) {
  return {filter.title,
          context.href(context.permalinks.register_index(reg.definition) + filter.path),
          filter.entries.size(), false};
}

/// Charts show the whole register, whatever a page filters.
std::vector<ChartView> log_charts(const Site& site, const Register& reg) {
  std::vector<ChartView> charts;
  auto counts = log_count_chart(site, reg, 1);
  if (counts) charts.push_back(std::move(*counts));
  auto ages = log_age_chart(site, reg, 2);
  if (ages) charts.push_back(std::move(*ages));
  return charts;
}

std::string target_text(const RegisterEntry& entry) {
  if (const auto target = entry.target()) return long_date(*target);
  if (entry.targets.empty()) return {};
  const bool open = entry.targets.back().date.kind == WrittenDate::Kind::to_be_confirmed;
  return open ? "To be confirmed" : "Not applicable";
}

std::string owner_slugs(const PageContext& context, const std::vector<std::string>& owners) {
  std::string slugs;
  for (const std::string& name : owners) {
    const std::string slug = owner_slug(context, name);
    if (!slug.empty()) slugs.append(slugs.empty() ? "" : " ").append(slug);
  }
  return slugs;
}

void add_dates(EntryRowView& row, const RegisterEntry& entry) {
  if (entry.raised) {
    row.raised = long_date(*entry.raised);
    row.iso_raised = iso_date(*entry.raised);
    row.age = days_text(entry.age_days);
    row.age_days = entry.age_days;
  }
  row.target = target_text(entry);
  if (const auto target = entry.target()) row.iso_target = iso_date(*target);
  row.target_revised = entry.targets.size() > 1;
  row.slippage_days = entry.slippage_days;
  if (entry.slippage_days > 0) row.slippage = days_text(entry.slippage_days);
  if (is_overdue(entry)) {
    row.days_overdue = entry.days_overdue;
    row.overdue = days_text(entry.days_overdue) + " overdue";
  }
}

std::vector<LogFilter> state_filters(const Register& reg) {
  const auto all = [](const RegisterEntry&) { return true; };
  const auto open = [](const RegisterEntry& entry) { return !entry.closed; };
  const auto closed = [](const RegisterEntry& entry) { return entry.closed; };
  std::vector<LogFilter> filters = {filter_by(reg, "All", "", all),
                                    filter_by(reg, "Open", "open/", open),
                                    filter_by(reg, "Overdue", "overdue/", is_overdue),
                                    filter_by(reg, "Closed", "closed/", closed)};
  filters[0].has_orders = filters[1].has_orders = true;
  return filters;
}

std::string page_title(const Register& reg, const LogFilter& filter, const LogOrder& order) {
  std::string title = reg.definition.title;
  if (!filter.path.empty()) title += ": " + filter.title;
  if (!order.path.empty()) title += ", " + order.text;
  return title;
}

void add_links(LogView& view, const PageContext& context, const Register& reg, const LogPlan& plan,
               const LogPage& page) {
  for (std::size_t i = 0; i < plan.filters.size(); ++i) {
    std::vector<FilterView>& list = plan.filters[i].by_owner ? view.owners : view.states;
    list.push_back(filter_view(context, reg, plan.filters[i]));
    list.back().current = i == page.filter;
  }
  if (!plan.filters[page.filter].has_orders) return;
  const std::string index = context.permalinks.register_index(reg.definition);
  for (std::size_t i = 0; i < plan.orders.size(); ++i) {
    view.orders.push_back({plan.orders[i].title,
                           context.href(index + log_page_path(plan, {page.filter, i})),
                           i == page.order});
  }
}

}  // namespace

bool is_overdue(const RegisterEntry& entry) {
  return !entry.closed && entry.days_overdue > 0;
}

std::string owner_path(const PageContext& context, const std::string& name) {
  const std::string slug = owner_slug(context, name);
  return slug.empty() ? slug : "owner/" + slug + '/';
}

EntryRowView entry_row(const PageContext& context, const Register& reg,
                       const RegisterEntry& entry) {
  const std::vector<std::string> owners = parties_of(entry);
  EntryRowView row;
  row.id = entry.id;
  row.href = context.href(context.permalinks.entry(reg.definition, entry));
  row.title = entry.title;
  row.owners = party_links(context, owners);
  row.owner_slugs = owner_slugs(context, owners);
  row.state = state_of(reg, entry);
  row.state_slug = slugify(row.state);
  row.closed = entry.closed;
  add_dates(row, entry);
  const std::string_view severity = severity_field(reg.definition);
  if (const Score* score = score_of(entry, severity)) {
    row.severity = score_text(*score);
    row.rank = score_rank(*score);
    row.trend = score_trend(context.site, entry, severity);
    row.sparkline = score_sparkline(context.site, reg, entry);
  }
  return row;
}

LogPlan plan_log(const PageContext& context, const Register& reg) {
  LogPlan plan{state_filters(reg), log_orders(reg.definition)};
  for (LogFilter& filter : owner_filters(context, reg)) plan.filters.push_back(std::move(filter));
  return plan;
}

std::vector<LogPage> log_pages(const LogPlan& plan) {
  std::vector<LogPage> pages;
  for (std::size_t filter = 0; filter < plan.filters.size(); ++filter) {
    const std::size_t orders = plan.filters[filter].has_orders ? plan.orders.size() : 1;
    for (std::size_t order = 0; order < orders; ++order) pages.push_back({filter, order});
  }
  return pages;
}

std::string log_page_path(const LogPlan& plan, const LogPage& page) {
  return plan.filters[page.filter].path + plan.orders[page.order].path;
}

LogView make_log_view(const PageContext& context, const Register& reg, const LogPlan& plan,
                      const LogPage& page) {
  const LogFilter& filter = plan.filters[page.filter];
  const LogOrder& order = plan.orders[page.order];
  LogView view;
  view.page = page_frame(
      context, context.permalinks.register_index(reg.definition) + log_page_path(plan, page),
      page_title(reg, filter, order));
  view.page.canonical =
      context.permalinks.url(context.permalinks.register_index(reg.definition) + filter.path);
  view.register_title = reg.definition.title;
  add_links(view, context, reg, plan, page);
  view.has_orders = view.orders.size() > 1;
  view.caption = counted(filter.entries.size(), "entry", "entries") + ", " + order.text;
  for (const std::size_t entry : in_order(reg, filter.entries, order)) {
    view.rows.push_back(entry_row(context, reg, reg.entries[entry]));
  }
  view.has_rows = !view.rows.empty();
  if (log_page_path(plan, page).empty()) view.charts = log_charts(context.site, reg);
  view.has_charts = !view.charts.empty();
  return view;
}

}  // namespace opsg::released
