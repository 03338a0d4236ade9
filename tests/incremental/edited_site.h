#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "site_generator.h"
#include "test_site.h"
#include "theme_files.h"

namespace opsg::test {

/// All that a build follows from, as those who edit a site leave it.
struct EditedSite {
  SiteFiles files;  ///< site.toml included.
  std::shared_ptr<const released::ThemeFiles> theme;
  TestRequest request;  ///< Of it, what people choose: audience, dates, threads.
};

/// The site that generate_site() gives, with the plain theme, and a meeting that most documents
/// mention.
EditedSite make_edited_site(std::uint64_t public_seed, std::uint64_t withheld_seed);

/// Where the meetings' folders lie.
constexpr std::string_view kMeetings = "content/meetings/";

/// A way of editing a site, on purpose or by mistake. Where there is nothing to be edited so, the
/// site stays as it is.
struct SiteEdit {
  std::string_view name;
  void (*make)(EditedSite&, Random&);
};

std::vector<SiteEdit> record_edits();   ///< Of what documents say, and how they are labelled.
std::vector<SiteEdit> folder_edits();   ///< Of documents, meetings and attachments as such.
std::vector<SiteEdit> setting_edits();  ///< Of site.toml, vocabulary, theme, clock and options.
std::vector<SiteEdit> all_site_edits();

/// The paths that end so and begin so, sorted.
std::vector<std::string> paths_of(const SiteFiles& files, std::string_view end,
                                  std::string_view begin = {});

/// A document or a page; null where there is none.
std::string* any_document(SiteFiles& files, Random& random);

/// A page of one public paragraph.
void add_page(EditedSite& site, Random& random);

/// --as-of, or none.
void change_as_of(EditedSite& site, Random& random);

/// Another spelling of the meeting that has these facts.
void add_spelling(std::string& facts, std::string_view spelling);

/// Whether `from` stood there; then `to` stands in its place.
bool replace_first(std::string& text, std::string_view from, std::string_view to);

}  // namespace opsg::test
