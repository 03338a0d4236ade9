#include "diagnostic.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace opsg {
namespace {

auto sort_key(const Diagnostic& d) {
  return std::tie(d.span, d.severity, d.code, d.message);
}

bool same_finding(const Diagnostic& a, const Diagnostic& b) {
  return sort_key(a) == sort_key(b);
}

}  // namespace

Diagnostic& Diagnostics::error(std::string_view code, SourceSpan span, std::string message) {
  return add(Severity::error, code, std::move(span), std::move(message));
}

Diagnostic& Diagnostics::warning(std::string_view code, SourceSpan span, std::string message) {
  return add(Severity::warning, code, std::move(span), std::move(message));
}

Diagnostic& Diagnostics::add(Severity severity, std::string_view code, SourceSpan span,
                             std::string message) {
  return items_.emplace_back(
      Diagnostic{severity, std::string(code), std::move(message), std::move(span), {}, {}, false});
}

void Diagnostics::append(Diagnostics other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
}

void Diagnostics::drop_warnings(std::span<const std::string> codes) {
  std::erase_if(items_, [&](const Diagnostic& d) {
    return d.severity == Severity::warning &&
           std::find(codes.begin(), codes.end(), d.code) != codes.end();
  });
}

void Diagnostics::mark_withheld(const Diagnostics& open) {
  std::multimap<SourceSpan, const Diagnostic*> by_place;
  for (const Diagnostic& d : open.items_) by_place.emplace(d.span, &d);
  for (Diagnostic& d : items_) {
    const auto [begin, end] = by_place.equal_range(d.span);
    d.tells_withheld = std::none_of(begin, end, [&](const auto& at) { return *at.second == d; });
  }
}

void Diagnostics::sort() {
  std::stable_sort(items_.begin(), items_.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return sort_key(a) < sort_key(b);
  });
  items_.erase(std::unique(items_.begin(), items_.end(), same_finding), items_.end());
}

bool Diagnostics::has_errors() const {
  return std::any_of(items_.begin(), items_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace opsg
