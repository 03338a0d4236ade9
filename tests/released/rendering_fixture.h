#pragma once

#include <cstdint>
#include <memory>
#include <regex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "anchors.h"
#include "cleared_fixture.h"
#include "diagnostic_printer.h"
#include "markdown_renderer.h"
#include "permalinks.h"
#include "policy.h"
#include "site.h"
#include "site_toml.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::test {

/// A small site for rendering: a committee with actions, risks, reviews and measures, two
/// references, a party and some acronyms. Meetings and documents are added by each test.
class RenderingFixture {
 public:
  RenderingFixture() {
    sources_.site_path = SourcePath("site.toml");
    sources_.site = table(kSiteToml);
    sources_.parties = table("[[party]]\nname = \"DCC\"\n[[party]]\nname = \"SECAS\"\n");
    sources_.glossary =
        table("[terms]\nRDP = \"Registration Data Provider\"\n\"C&S\" = \"Central & South\"\n");
  }

  RenderingFixture& base_url(std::string_view url) {
    options_.base_url = std::string(url);
    return *this;
  }

  RenderingFixture& meeting(const std::string& slug, std::string_view facts) {
    const SourcePath path("content/meetings/" + slug + "/meeting.toml");
    sources_.meetings.push_back(cleared(MeetingSource{path, slug, "white", table(facts)}));
    return *this;
  }

  RenderingFixture& document(const std::string& meeting, const std::string& name,
                             const std::string& text) {
    return add(meeting, name, {text}, true);
  }

  /// A published part of a document that is withheld.
  RenderingFixture& extract(const std::string& meeting, const std::string& name,
                            const std::string& text) {
    return add(meeting, name, {text}, false);
  }

  RenderingFixture& extracts(const std::string& meeting, const std::string& name,
                             const std::vector<std::string>& texts) {
    return add(meeting, name, texts, false);
  }

  RenderingFixture& attachment(const std::string& meeting, const std::string& file) {
    const SourcePath path("content/meetings/" + meeting + '/' + file);
    sources_.attachments.push_back(
        cleared(AttachmentSource{path, meeting, file, "Annex 1", "white", "bytes"}));
    return *this;
  }

  /// The fixture must outlive the site.
  released::Site site() {
    Diagnostics unjudged;
    auto site = released::make_site(sources_, options_, unjudged);
    if (!site) throw std::runtime_error(format_diagnostics(unjudged, {}));
    return std::move(*site);
  }

  static Policy policy() {
    Diagnostics diagnostics;
    auto policy = read_policy(table(kSiteToml), SourcePath("site.toml"), diagnostics);
    if (!policy) throw std::runtime_error(format_diagnostics(diagnostics, {}));
    return std::move(*policy);
  }

 private:
  static TomlTable table(std::string_view text) {
    Diagnostics diagnostics;
    auto table = read_toml(text, SourcePath("test.toml"), 1, diagnostics);
    if (!table) throw std::runtime_error(format_diagnostics(diagnostics, {}));
    return std::move(*table);
  }

  static Fragment fragment(const std::string& text) {
    Fragment fragment{text, {}};
    const auto lines = static_cast<std::uint32_t>(split_lines(fragment.text).size());
    for (std::uint32_t line = 1; line <= lines; ++line) fragment.original_lines.push_back(line);
    return fragment;
  }

  RenderingFixture& add(const std::string& meeting, const std::string& name,
                        const std::vector<std::string>& texts, bool complete) {
    DocumentSource source;
    const std::string folder = meeting.empty() ? "pages" : "meetings/" + meeting;
    source.path = SourcePath("content/" + folder + '/' + name + ".md");
    source.meeting = meeting;
    source.name = name;
    source.level = complete ? "white" : "green";
    source.complete = complete;
    for (const std::string& text : texts) source.fragments.push_back(fragment(text));
    sources_.documents.push_back(cleared(std::move(source)));
    return *this;
  }

  ClearedSources sources_;
  released::SiteOptions options_{"public", std::nullopt, std::nullopt};
};

/// The HTML of one document of a meeting "m1", which has a record of its own at "m0" and an
/// attachment "annex 1.pdf".
inline std::string html_with_paragraph_links(const std::string& markdown,
                                             const std::string& name = "headlines") {
  RenderingFixture fixture;
  fixture.meeting("m0", "code = \"40_0101\"\ndate = 2021-01-01\n");
  fixture.document("m0", "headlines",
                   "## 3. Reports (SECAS)\n\nACTION OPSG 40/01: The DCC to report.\n");
  fixture.meeting("m1", "code = \"41_2501\"\ndate = 2021-01-25\n");
  fixture.document("m1", name, markdown);
  fixture.attachment("m1", "annex 1.pdf");
  const released::Site site = fixture.site();
  const released::Anchors anchors(site);
  const released::Permalinks permalinks(site, anchors);
  const released::MarkdownRenderer renderer(site, permalinks);
  released::PageScope scope{"meetings/m1/", {}};
  return std::string(renderer.fragment(site.records.back(), 0, 3, scope).view());
}

/// The same without the ids and permalinks of paragraphs, which would be in every test's way.
inline std::string html_of(const std::string& markdown, const std::string& name = "headlines") {
  static const std::regex kFrame("<div class=\"block\" id=\"[^\"]*\">\n");
  static const std::regex kPermalink(
      " <a class=\"permalink\" href=\"#[^\"]*\" aria-label=\"Permalink\">\u00b6</a>(\n</div>\n)?");
  static const std::regex kId(" id=\"([a-z0-9]+-)?p-[0-9a-f]{8}(-[0-9]+)?\"");
  std::string html = html_with_paragraph_links(markdown, name);
  for (const std::regex* needless : {&kFrame, &kPermalink, &kId}) {
    html = std::regex_replace(html, *needless, "");
  }
  return html;
}

}  // namespace opsg::test
