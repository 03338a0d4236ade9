#include "content_policy.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "text.h"

namespace opsg::released {
namespace {

using Sources = std::vector<std::string>;

constexpr std::string_view kFallback = "default-src";
constexpr std::string_view kNoSource = "'none'";

/// CSP 3, 6.1: these fall back to default-src where they are not there.
bool is_fetch_directive(std::string_view name) {
  return name.ends_with("-src");
}

std::optional<Sources> both(const Sources* a, const Sources* b) {
  if (!a || !b) return std::nullopt;  // Nothing is forbidden where there is no such directive.
  Sources sources = *a;
  for (const std::string& source : *b) {
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) {
      sources.push_back(source);
    }
  }
  if (sources.size() > 1) std::erase(sources, kNoSource);
  return sources;
}

}  // namespace

ContentPolicy::ContentPolicy(std::string_view text) {
  for (const std::string_view part : split(text, ';')) {
    const std::string words = collapse_space(part);
    if (words.empty()) continue;
    Sources sources;
    for (const std::string_view word : split(words, ' ')) sources.emplace_back(word);
    std::string name = ascii_lower(sources.front());
    sources.erase(sources.begin());
    if (!find(name)) directives_.emplace_back(std::move(name), std::move(sources));
  }
}

void ContentPolicy::widen(const ContentPolicy& other) {
  Directives widened;
  const auto add = [&](const std::string& name) {
    auto sources = both(effective(name), other.effective(name));
    if (sources) widened.emplace_back(name, std::move(*sources));
  };
  for (const auto& [name, sources] : directives_) add(name);
  for (const auto& [name, sources] : other.directives_) {
    if (!find(name)) add(name);
  }
  directives_ = std::move(widened);
}

std::string ContentPolicy::text() const {
  std::vector<std::string> parts;
  for (const auto& [name, sources] : directives_) {
    parts.push_back(sources.empty() ? name : fmt::format("{} {}", name, fmt::join(sources, " ")));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

const ContentPolicy::Sources* ContentPolicy::find(std::string_view name) const {
  const auto at = std::find_if(directives_.begin(), directives_.end(),
                               [&](const auto& directive) { return directive.first == name; });
  return at == directives_.end() ? nullptr : &at->second;
}

const ContentPolicy::Sources* ContentPolicy::effective(std::string_view name) const {
  const Sources* own = find(name);
  return own || !is_fetch_directive(name) ? own : find(kFallback);
}

}  // namespace opsg::released
