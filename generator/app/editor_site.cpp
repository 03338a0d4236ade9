#include "editor_site.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explain.h"
#include "pages.h"
#include "site.h"
#include "text.h"
#include "withheld_shading.h"

namespace opsg::app {
namespace {

using preview::WithheldPortion;
using restricted::GateDecision;

/// Lines `first` to `last` of the file, counted from 1; all of it where `first` is 0.
std::string lines_of(std::string_view text, std::uint32_t first, std::uint32_t last) {
  if (first == 0) return std::string(text);
  const auto lines = split_lines(text);
  std::string found;
  for (std::size_t i = first; i <= last && i <= lines.size(); ++i) {
    found.append(lines[i - 1]).append("\n");
  }
  return found;
}

/// "supplier X" of `[AMBER: supplier X]`, which begins at the front of the text.
std::string span_text(std::string_view text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  int depth = 1;
  std::size_t end = colon;
  for (; end < text.size() && depth > 0; ++end) {
    if (text[end] == '[') ++depth;
    if (text[end] == ']') --depth;
  }
  return std::string(text.substr(colon, end - colon));
}

/// The text of what stands inside a passage, beginning at the decision's place.
std::string inside_of(const GateDecision& decision, std::string_view file) {
  const bool is_span = decision.rule == "span-marking";
  if (!is_span && decision.rule != "personal-name") return {};
  const std::string lines = lines_of(file, decision.place.line, UINT32_MAX);
  const std::size_t column = std::min<std::size_t>(decision.place.column - 1, lines.size());
  const std::string_view from = std::string_view(lines).substr(column);
  return is_span ? span_text(from) : std::string(from.substr(0, decision.place.length));
}

WithheldPortion portion_of(const GateDecision& decision, std::string_view file) {
  const std::string place =
      decision.place.line == 0
          ? std::string(decision.place.path.view())
          : fmt::format("{}:{}", decision.place.path.view(), decision.place.line);
  return {place,
          decision.level,
          decision.rule,
          decision.reason,
          lines_of(file, decision.first_line, decision.last_line),
          inside_of(decision, file)};
}

bool is_withheld_from(const GateDecision& decision, const std::string& audience) {
  const auto& shown_to = decision.audiences;
  return std::find(shown_to.begin(), shown_to.end(), audience) == shown_to.end();
}

/// A span's lines hold more than the span.
bool covers_its_lines(const GateDecision& decision) {
  return decision.rule != "span-marking" && decision.rule != "personal-name";
}

std::vector<WithheldPortion> withheld_portions(const SourceTree& tree,
                                               const restricted::LabelledSite& labelled,
                                               const BuildRequest& request) {
  std::vector<WithheldPortion> portions;
  for (const GateDecision& decision : restricted::explain(labelled, request.time)) {
    const SourceFile* file = tree.find(decision.place.path.view());
    if (!file || !is_withheld_from(decision, request.audience)) continue;
    portions.push_back(portion_of(decision, file->bytes));
    if (!covers_its_lines(decision)) portions.back().text.clear();
  }
  return portions;
}

std::optional<RenderedSite> render_everything(const released::ThemeFiles& theme_files,
                                              const BuildRequest& request,
                                              const restricted::LabelledSite& labelled,
                                              Diagnostics& diagnostics) {
  // The build of the audience's site has told all that there is to tell.
  Diagnostics told_already;
  const auto theme = released::make_theme(theme_files, told_already);
  const ClearedSources everything = restricted::Gate::clear(
      labelled, labelled.policy.full_clearance(), request.time, told_already);
  const released::SiteOptions options = {request.audience, request.as_of, request.base_url,
                                         request.search_program.has_value()};
  const auto site = released::make_site(everything, options, told_already);
  if (!theme || !site) return std::nullopt;
  return released::render_site(*site, labelled.policy, *theme, {request.jobs, nullptr},
                               diagnostics);
}

}  // namespace

std::optional<RenderedSite> make_editor_site(const SourceTree& tree,
                                             const released::ThemeFiles& theme,
                                             const BuildRequest& request,
                                             const restricted::LabelledSite& labelled,
                                             const RenderedSite& shown, Diagnostics& diagnostics) {
  auto site = render_everything(theme, request, labelled, diagnostics);
  if (!site) return std::nullopt;
  std::map<std::string_view, std::string_view> shown_pages;
  for (const RenderedFile& file : shown.files) shown_pages.emplace(file.path, file.bytes);
  const preview::WithheldShading shading(request.audience,
                                         withheld_portions(tree, labelled, request));
  for (RenderedFile& file : site->files) {
    if (!file.path.ends_with(".html")) continue;
    const auto own = shown_pages.find(file.path);
    file.bytes = shading.shade(file.bytes, own == shown_pages.end()
                                               ? std::nullopt
                                               : std::optional<std::string_view>(own->second));
  }
  return site;
}

}  // namespace opsg::app
