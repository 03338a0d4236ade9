#include "link_consistency.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>

#include "link_suggestions.h"
#include "site_plan.h"

namespace opsg::released {
namespace {

/// A suggestion is looked for in the whole site: for the first broken links only, so that a site
/// with thousands of them is judged as fast as any other.
constexpr std::size_t kMostSuggestions = 20;
/// And for none that nobody wrote by hand.
constexpr std::size_t kLongestSlip = 300;

class LinkFinder {
 public:
  LinkFinder(const Site& site, const Policy& policy, const Theme& theme)
      : site_(site), policy_(policy), theme_(theme), anchors_(site), permalinks_(site, anchors_) {}

  std::vector<BrokenLink> find() {
    std::vector<BrokenLink> broken;
    for (const Record& record : site_.records) {
      for (const WrittenLink& link : record.links) {
        if (const auto fault = fault_of(record, link)) broken.push_back({&record, &link, *fault});
      }
    }
    return broken;
  }

 private:
  std::optional<LinkFault> fault_of(const Record& record, const WrittenLink& link) {
    auto found = resolve(record, link);
    if (!found && found.error() == LinkFault::no_page && !plan_) {
      plan();
      found = resolve(record, link);
    }
    if (!found) return found.error();
    return has_its_place(*found) ? std::nullopt : std::optional(LinkFault::no_place);
  }

  LinkResolver::Outcome resolve(const Record& record, const WrittenLink& link) const {
    return link.is_image ? resolver_.image(record, link.url) : resolver_.link(record, link.url);
  }

  /// The places of records are known; of other pages, only rendering them can tell. A file's places
  /// are its own: "annex.pdf#page=3".
  bool has_its_place(const ResolvedLink& link) {
    const std::size_t hash = link.url.find('#');
    if (link.external || hash == std::string::npos) return true;
    const std::size_t root = permalinks_.href("").size();
    const std::string_view path = std::string_view(link.url).substr(root, hash - root);
    const std::string_view page = path.substr(0, path.find('?'));
    const bool is_file = !page.empty() && page.back() != '/';
    return is_file || anchors_.has_page(page) || plan().has_id(page, link.url.substr(hash + 1));
  }

  /// Not all pages follow from records. Planning them takes longer than most sites need.
  SitePlan& plan() {
    if (!plan_) plan_.emplace(site_, policy_, theme_, permalinks_);
    return *plan_;
  }

  const Site& site_;
  const Policy& policy_;
  const Theme& theme_;
  Anchors anchors_;
  Permalinks permalinks_;
  LinkResolver resolver_{permalinks_};
  std::optional<SitePlan> plan_;
};

std::string_view scheme_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  return url.starts_with("//") ? "//" : url.substr(0, colon + 1);
}

/// A page of the site's own is published, a file only where meeting.toml lists it.
bool looks_like_attachment(std::string_view url) {
  const std::string_view path = url.substr(0, url.find_first_of("#?"));
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return !path.starts_with('/') && name.find('.') != std::string_view::npos &&
         !name.ends_with(".md");
}

class LinkJudge {
 public:
  LinkJudge(const LinkSuggestions& suggestions, Diagnostics& diagnostics)
      : suggestions_(suggestions), diagnostics_(diagnostics) {}

  void report(const BrokenLink& broken) {
    const WrittenLink& link = *broken.link;
    switch (broken.fault) {
      case LinkFault::empty:
        diagnostics_.error("broken-link", link.span, "this link has no destination")
            .with_help("write where it leads between its round brackets");
        return;
      case LinkFault::scheme:
        diagnostics_
            .error("link-scheme", link.span,
                   fmt::format("`{}` links are never published", scheme_of(link.url)))
            .with_help("link to https, http, mailto or tel, or to a page of the site");
        return;
      case LinkFault::malformed:
        diagnostics_
            .error("broken-link", link.span, fmt::format("`{}` is no full web address", link.url))
            .with_help("write one such as `https://example.org/a%20page`");
        return;
      case LinkFault::no_page:
        return report_page(*broken.record, link);
      case LinkFault::no_place:
        return report_place(*broken.record, link);
      case LinkFault::no_image:
        diagnostics_
            .error("image-unusable", link.span,
                   fmt::format("`{}` cannot be shown as an image", link.url))
            .with_help("show an attachment of the meeting, or give an https address");
        return;
    }
  }

 private:
  void report_page(const Record& record, const WrittenLink& link) {
    Diagnostic& found = diagnostics_.error(
        "broken-link", link.span, fmt::format("`{}` leads to nothing on this site", link.url));
    found.with_help(
        looks_like_attachment(link.url)
            ? "list the file as an attachment in the meeting's meeting.toml"
            : "write a path from this file's folder, such as `../<meeting>/minutes.md#item-3`, or "
              "one from the site's root, such as `/actions/`");
    suggest(found, link, [&] { return suggestions_.page(record.path, link.url); });
  }

  void report_place(const Record& record, const WrittenLink& link) {
    const std::string_view place = std::string_view(link.url).substr(link.url.find('#'));
    Diagnostic& found = diagnostics_.error("broken-anchor", link.span,
                                           fmt::format("there is no place `{}` to lead to", place));
    found.with_help("items are `#item-3-1`, entries `#action-opsg-41-03`, headings their words");
    suggest(found, link, [&] { return suggestions_.place(record.path, link.url); });
  }

  template <class Search>
  void suggest(Diagnostic& found, const WrittenLink& link, const Search& search) {
    if (link.url.size() > kLongestSlip || searches_++ >= kMostSuggestions) return;
    if (const auto meant = search()) found.with_help(fmt::format("did you mean `{}`?", *meant));
  }

  const LinkSuggestions& suggestions_;
  Diagnostics& diagnostics_;
  std::size_t searches_ = 0;
};

}  // namespace

std::vector<BrokenLink> find_broken_links(const Site& site, const Policy& policy,
                                          const Theme& theme) {
  return LinkFinder(site, policy, theme).find();
}

void report_broken_links(const std::vector<BrokenLink>& broken, const Site& open_site,
                         Diagnostics& diagnostics) {
  const Anchors anchors(open_site);
  const Permalinks permalinks(open_site, anchors);
  const LinkSuggestions suggestions(open_site, permalinks);
  LinkJudge judge(suggestions, diagnostics);
  for (const BrokenLink& each : broken) judge.report(each);
}

}  // namespace opsg::released
