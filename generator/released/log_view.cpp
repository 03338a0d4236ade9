#include "log_view.h"

#include <map>

#include "entry_view.h"
#include "scores.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

bool is_overdue(const RegisterEntry& entry) {
  return !entry.closed && entry.days_overdue > 0;
}

std::string owner_path(const PageContext& context, const std::string& name) {
  const Party* party =
      context.site.vocabulary ? context.site.vocabulary->find_party(name) : nullptr;
  const std::string slug = party ? party->slug : slugify(name);
  return slug.empty() ? std::string() : "owner/" + slug + '/';
}

LogFilter filter_by(const Register& reg, std::string title, std::string path, auto&& admits) {
  LogFilter filter{std::move(title), std::move(path), false, {}};
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
      LogFilter& filter = filters.try_emplace(path, LogFilter{name, path, true, {}}).first->second;
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

std::string target_text(const RegisterEntry& entry) {
  if (const auto target = entry.target()) return long_date(*target);
  if (entry.targets.empty()) return {};
  const bool open = entry.targets.back().date.kind == WrittenDate::Kind::to_be_confirmed;
  return open ? "To be confirmed" : "Not applicable";
}

}  // namespace

EntryRowView entry_row(const PageContext& context, const Register& reg,
                       const RegisterEntry& entry) {
  EntryRowView row;
  row.id = entry.id;
  row.href = context.href(context.permalinks.entry(reg.definition, entry));
  row.title = entry.title;
  row.owners = party_links(context, parties_of(entry));
  if (entry.raised) row.raised = long_date(*entry.raised);
  row.target = target_text(entry);
  row.target_revised = entry.targets.size() > 1;
  row.state = state_of(reg, entry);
  row.closed = entry.closed;
  if (is_overdue(entry)) {
    row.overdue = counted(static_cast<std::size_t>(entry.days_overdue), "day", "days") + " overdue";
  }
  const std::string_view severity = severity_field(reg.definition);
  if (const Score* score = score_of(entry, severity)) {
    row.severity = score_text(*score);
    row.rank = score_rank(*score);
    row.trend = score_trend(context.site, entry, severity);
  }
  return row;
}

std::vector<LogFilter> log_filters(const PageContext& context, const Register& reg) {
  const auto all = [](const RegisterEntry&) { return true; };
  const auto open = [](const RegisterEntry& entry) { return !entry.closed; };
  const auto closed = [](const RegisterEntry& entry) { return entry.closed; };
  std::vector<LogFilter> filters = {filter_by(reg, "All", "", all),
                                    filter_by(reg, "Open", "open/", open),
                                    filter_by(reg, "Overdue", "overdue/", is_overdue),
                                    filter_by(reg, "Closed", "closed/", closed)};
  for (LogFilter& filter : owner_filters(context, reg)) filters.push_back(std::move(filter));
  return filters;
}

LogView make_log_view(const PageContext& context, const Register& reg,
                      const std::vector<LogFilter>& filters, std::size_t filter) {
  const LogFilter& chosen = filters[filter];
  const std::string& title = reg.definition.title;
  LogView view;
  view.page = page_frame(context, context.permalinks.register_index(reg.definition) + chosen.path,
                         filter == 0 ? title : title + ": " + chosen.title);
  view.register_title = title;
  for (std::size_t i = 0; i < filters.size(); ++i) {
    std::vector<FilterView>& list = filters[i].by_owner ? view.owners : view.states;
    list.push_back(filter_view(context, reg, filters[i]));
    list.back().current = i == filter;
  }
  for (auto entry = chosen.entries.rbegin(); entry != chosen.entries.rend(); ++entry) {
    view.rows.push_back(entry_row(context, reg, reg.entries[*entry]));
  }
  view.has_rows = !view.rows.empty();
  return view;
}

}  // namespace opsg::released
