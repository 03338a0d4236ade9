#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "cleared_fixture.h"
#include "diagnostic_printer.h"
#include "site.h"
#include "site_toml.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::test {

/// Sources as the gate hands them on, written in a test.
class ClearedSite {
 public:
  ClearedSite() {
    site(kSiteToml);
    sources_.parties = table("[[party]]\nname = \"DCC\"\n[[party]]\nname = \"SECAS\"\n",
                             SourcePath("content/parties.toml"), 1);
  }

  ClearedSite& site(std::string_view toml) {
    sources_.site_path = SourcePath("site.toml");
    sources_.site = table(toml, sources_.site_path, 1);
    return *this;
  }

  ClearedSite& meeting(const std::string& slug, std::string_view facts) {
    const SourcePath path("content/meetings/" + slug + "/meeting.toml");
    sources_.meetings.push_back(cleared(MeetingSource{path, slug, "white", table(facts, path, 1)}));
    return *this;
  }

  ClearedSite& parties(std::string_view toml) {
    sources_.parties = table(toml, SourcePath("content/parties.toml"), 1);
    return *this;
  }

  /// Remembers what is read, as builds that follow each other do.
  ClearedSite& memo(released::RecordMemo& memo) {
    memo_ = &memo;
    return *this;
  }

  ClearedSite& base_url(const std::string& url) {
    base_url_ = url;
    return *this;
  }

  /// A document of the meeting; of none, it is a page. Without front matter it is final.
  ClearedSite& document(const std::string& meeting, const std::string& name, std::string text,
                        std::string_view front_matter = "") {
    DocumentSource source;
    const std::string folder = meeting.empty() ? "pages" : "meetings/" + meeting;
    source.path = SourcePath("content/" + folder + '/' + name + ".md");
    source.meeting = meeting;
    source.name = name;
    source.level = "white";
    source.front_matter = table(front_matter, source.path, 2);
    source.fragments.push_back(fragment(std::move(text)));
    sources_.documents.push_back(cleared(std::move(source)));
    return *this;
  }

  /// Of the documents that follow: where in its file the first line of their text stands.
  ClearedSite& starts_at(std::uint32_t line) {
    first_line_ = line;
    return *this;
  }

  /// What the audience is shown of a document that it may not read as a whole.
  ClearedSite& extract(const std::string& meeting, const std::string& name, std::string text) {
    DocumentSource source;
    source.path = SourcePath("content/meetings/" + meeting + '/' + name + ".md");
    source.meeting = meeting;
    source.name = name;
    source.level = "green";
    source.complete = false;
    source.fragments.push_back(fragment(std::move(text)));
    sources_.documents.push_back(cleared(std::move(source)));
    return *this;
  }

  ClearedSite& attachment(const std::string& meeting, const std::string& file) {
    const SourcePath path("content/meetings/" + meeting + '/' + file);
    sources_.attachments.push_back(
        cleared(AttachmentSource{path, meeting, file, "Annex 1", "white", "bytes"}));
    return *this;
  }

  std::optional<released::Site> make(std::optional<Date> as_of = std::nullopt) {
    return released::make_site(sources_, {"public", as_of, base_url_, true, memo_}, diagnostics_);
  }

  const ClearedSources& sources() const { return sources_; }

  /// The site, which must be without findings.
  released::Site join(std::optional<Date> as_of = std::nullopt) {
    auto site = make(as_of);
    const std::string findings = messages();
    if (!site || !findings.empty()) throw std::runtime_error(findings);
    return std::move(*site);
  }

  /// All findings so far, as they are printed.
  std::string messages() {
    diagnostics_.sort();
    return format_diagnostics(diagnostics_, {});
  }

 private:
  TomlTable table(std::string_view text, const SourcePath& path, std::uint32_t first_line) {
    auto table = read_toml(text, path, first_line, diagnostics_);
    return table ? std::move(*table) : TomlTable{};
  }

  Fragment fragment(std::string text) const {
    Fragment fragment{std::move(text), {}};
    const auto lines = split_lines(fragment.text).size();
    for (std::uint32_t i = 0; i < lines; ++i) fragment.original_lines.push_back(first_line_ + i);
    return fragment;
  }

  ClearedSources sources_;
  std::uint32_t first_line_ = 1;
  std::optional<std::string> base_url_;
  released::RecordMemo* memo_ = nullptr;
  Diagnostics diagnostics_;
};

}  // namespace opsg::test
