#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "gate.h"
#include "portion_lookup.h"

// One document's bytes in a small site: front matter, markings and gate must survive them. Where
// the gate finds no error, the word CANARY is shown to the public only if it stands somewhere in
// text that is white.
namespace {

using opsg::Diagnostics;
using opsg::Level;
using opsg::SourcePath;
using opsg::SourceTree;
using opsg::restricted::Gate;
using opsg::restricted::LabelledDocument;
using opsg::restricted::LabelledSite;

constexpr std::string_view kCanary = "CANARY";

constexpr std::string_view kSite = R"([policy]
people = "green"
[[policy.levels]]
name = "white"
other_names = ["TLP:CLEAR", "clear"]
audience = "public"
handling = "Information can be shared with the public, and any members may publish the information."
[[policy.levels]]
name = "green"
audience = "parties"
handling = "Information can be shared with other parties, but not published."
[[policy.levels]]
name = "amber"
audience = "members"
[[policy.levels]]
name = "red"
)";

constexpr std::string_view kMeeting = R"(classification = "white"
code = "41"
date = 2021-01-25
[[attendance]]
name = "Person Alpha"
items = ["1"]
)";

void require(bool holds) {
  if (!holds) std::abort();
}

SourceTree site_with(std::string_view minutes) {
  SourceTree tree;
  tree.files.push_back({SourcePath("content/meetings/m/meeting.toml"), std::string(kMeeting)});
  tree.files.push_back({SourcePath("content/meetings/m/minutes.md"), std::string(minutes)});
  tree.files.push_back({SourcePath("site.toml"), std::string(kSite)});
  return tree;
}

/// Whether any canary of the document stands in text of the public's level.
bool has_open_canary(const LabelledDocument& document) {
  const std::string_view text = document.portions.body.text;
  std::uint32_t line = document.portions.body.first_line;
  std::size_t line_start = 0;
  std::size_t passed = 0;
  for (auto at = text.find(kCanary); at != std::string_view::npos;
       at = text.find(kCanary, at + 1)) {
    for (; passed < at; ++passed) {
      if (text[passed] != '\n') continue;
      ++line;
      line_start = passed + 1;
    }
    const auto column = static_cast<std::uint32_t>(at - line_start) + 1;
    if (opsg::restricted::level_at(document.portions, line, column) == Level{}) return true;
  }
  return false;
}

void require_no_leak(const LabelledSite& site) {
  Diagnostics found;
  const auto cleared = Gate::clear(site, opsg::Clearance{}, {}, found);
  if (found.has_errors() || site.documents.empty()) return;
  const bool may_show = has_open_canary(site.documents.front());
  for (const auto& document : cleared.documents) {
    for (const opsg::Fragment& fragment : document->fragments) {
      require(may_show || fragment.text.find(kCanary) == std::string::npos);
      const auto lines = std::count(fragment.text.begin(), fragment.text.end(), '\n');
      require(static_cast<std::size_t>(lines) <= fragment.original_lines.size());
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const SourceTree tree = site_with({reinterpret_cast<const char*>(data), size});
  Diagnostics found;
  const auto site = opsg::restricted::label_sources(tree, {}, found);
  require(site.has_value());
  const opsg::restricted::QuotableText quotable(tree, &*site, opsg::Clearance{}, {});
  for (const opsg::Diagnostic& diagnostic : found.items()) quotable.may_quote(diagnostic.span);
  if (!found.has_errors()) require_no_leak(*site);
  return 0;
}
