#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "anchors.h"
#include "site.h"

namespace opsg::released {

/// The one place that knows the site's URLs. A *path* is where a page stands below the site's root:
/// "actions/opsg-41-03/", "" for the home page; "meetings/x/#item-3" for a place on one. Only pages
/// that this audience has exist. Borrows the site and the anchors.
class Permalinks {
 public:
  Permalinks(const Site& site, const Anchors& anchors);

  /// The same, with absolute URLs wherever an `href` is asked for: for feeds and calendars, whose
  /// readers know no page that links could be relative to.
  Permalinks absolute() const;

  /// What an `href` holds: the path below the path of base_url, "/sub/actions/".
  std::string href(std::string_view path) const { return base_path_ + std::string(path); }
  /// The absolute URL, for feeds and the sitemap.
  std::string url(std::string_view path) const { return base_url_ + std::string(path); }

  std::string meeting(const Meeting& meeting) const { return "meetings/" + meeting.slug + '/'; }
  /// The archive of one year: "meetings/2021/". No meeting's slug is a year (`meeting-slug`).
  std::string year(int year) const;
  std::string attachment(const Meeting& meeting, const Attachment& file) const;
  /// The page that shows the record: its meeting's, or its own.
  std::string record(const Record& record) const;
  /// The place of an anchor that the record knows; the page alone where it has no such place.
  std::string place(const Record& record, std::string_view anchor) const;
  std::string register_index(const RegisterDefinition& definition) const;
  /// The page of an entry: "reviews/lsc-5-june-2022-release/". All periods of one thing share it.
  std::string entry_page(const RegisterDefinition& definition, const RegisterEntry& entry) const;
  /// The entry itself: its page, or its period's place there, "measures/cpm1-dcc/#period-2021-10".
  std::string entry(const RegisterDefinition& definition, const RegisterEntry& entry) const;
  std::string party(const Party& party) const { return "parties/" + party.slug + '/'; }
  std::string reference(const ReferencePage& page) const { return "references/" + page.slug + '/'; }

  /// Where a mention leads: a path, or an absolute URL for a reference with a link of its own.
  /// Empty where there is no such page.
  struct Target {
    std::string path;
    std::string external;
    bool empty() const { return path.empty() && external.empty(); }
  };
  Target mention(const Mention& mention) const;

  /// Makes known a page or file that follows from no record: "actions/open/", "data/risks.json".
  void add(std::string path) { pages_.insert(std::move(path)); }
  /// "https://host/sub/actions/" -> "actions/": what stands behind the site's own address, given on
  /// the command line or in site.toml. Nothing for a URL of another site.
  std::optional<std::string_view> own_path(std::string_view url) const;
  bool exists(std::string_view path) const { return pages_.contains(path); }
  /// Null where this audience has no such document, by the path of its source.
  const Record* find_record(std::string_view source_path) const;
  /// The path of an attachment by the path of its source; empty where there is none.
  std::string find_attachment(std::string_view source_path) const;
  const Anchors& anchors() const { return anchors_; }

 private:
  void add_meetings(const Site& site);
  void add_registers(const Site& site);
  void add_references(const Site& site);
  void add_fixed_pages(const Site& site);

  const Anchors& anchors_;
  std::string base_url_;
  std::string declared_url_;
  std::string base_path_;
  std::set<std::string, std::less<>> pages_;
  std::map<std::string, const Record*, std::less<>> records_;       ///< By source path.
  std::map<std::string, std::string, std::less<>> attachments_;     ///< By source path.
  std::map<std::pair<std::string, std::string>, Target> mentions_;  ///< By definition and id.
};

inline constexpr std::string_view kSearchPage = "search/";

/// The id, on an entry's page, of what was said of it at a meeting: "at-2021-01-25-opsg-41".
std::string step_anchor(const Meeting& meeting);
/// The id, on a reference's page, of a mention: "at-2021-01-25-opsg-41-minutes-item-3".
std::string mention_anchor(const Site& site, const MentionPlace& place);

/// "https://host/sub/" -> "/sub/".
std::string path_of_url(std::string_view base_url);

}  // namespace opsg::released
