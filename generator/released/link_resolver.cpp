#include "link_resolver.h"

#include <algorithm>
#include <utility>

#include "ascii.h"
#include "html_url.h"
#include "relative_path.h"
#include "text.h"

namespace opsg::released {
namespace {

bool is_file_path(std::string_view path) {
  return !path.empty() && path.back() != '/' && path.find_first_of("#?") == std::string_view::npos;
}

/// RFC 3986, section 3.1; a URL that begins with "//" has its page's scheme.
bool has_scheme(std::string_view url) {
  if (url.starts_with("//")) return true;
  const auto is_rest = [&](char c) {
    return is_ascii_letter_or_digit(c) || c == '+' || c == '.' || c == '-';
  };
  const auto end = std::find_if_not(url.begin(), url.end(), is_rest);
  return end != url.begin() && end != url.end() && *end == ':' && is_ascii_letter(url.front());
}

/// "a#b" -> "a" and "#b".
std::pair<std::string_view, std::string_view> split_at(std::string_view text, char separator) {
  const std::size_t at = std::min(text.find(separator), text.size());
  return {text.substr(0, at), text.substr(at)};
}

}  // namespace

LinkResolver::Outcome LinkResolver::link(const Record& from, std::string_view written) const {
  const auto own = permalinks_.own_path(written);
  if (!own && is_safe_absolute_url(written)) return ResolvedLink{std::string(written), true};
  const Path path = own ? rooted_path(*own) : site_path(from, written);
  if (!path) return tl::unexpected(path.error());
  return ResolvedLink{permalinks_.href(*path), false};
}

LinkResolver::Outcome LinkResolver::image(const Record& from, std::string_view written) const {
  Outcome found = link(from, written);
  if (!found) return found;
  const bool good =
      found->external ? starts_with_ignoring_case(written, "https:") : is_file_path(found->url);
  return good ? found : Outcome(tl::unexpected(LinkFault::no_image));
}

LinkResolver::Path LinkResolver::site_path(const Record& from, std::string_view written) const {
  if (written.empty()) return tl::unexpected(LinkFault::empty);
  if (written.front() == '/' && !written.starts_with("//")) return rooted_path(written.substr(1));
  const auto [before, behind] = split_at(written, '#');
  const std::string path = percent_decoded(before);
  const std::string anchor = percent_decoded(behind.substr(behind.empty() ? 0 : 1));
  if (path.empty()) {
    if (anchor.empty()) return tl::unexpected(LinkFault::empty);
    return source_path(from.path.view(), anchor);
  }
  const auto source = joined_path(from.path.view(), path);
  Path found = source ? source_path(*source, anchor) : tl::unexpected(LinkFault::no_page);
  // An attachment's name may hold a colon.
  if (found || !has_scheme(written)) return found;
  return tl::unexpected(has_safe_scheme(written) ? LinkFault::malformed : LinkFault::scheme);
}

LinkResolver::Path LinkResolver::source_path(std::string_view source,
                                             std::string_view anchor) const {
  const Record* record = permalinks_.find_record(source);
  if (record == nullptr) {
    std::string attachment = permalinks_.find_attachment(source);
    if (attachment.empty()) return tl::unexpected(LinkFault::no_page);
    return attachment;
  }
  if (anchor.empty() && !record->complete) return tl::unexpected(LinkFault::no_page);
  if (anchor.empty()) return permalinks_.record(*record);
  const auto id = permalinks_.anchors().find(*record, anchor);
  if (!id) return tl::unexpected(LinkFault::no_place);
  return permalinks_.record(*record) + '#' + *id;
}

/// `written` stands below the site's root: "meetings/2021-01-25-opsg-41/?print#item-3".
LinkResolver::Path LinkResolver::rooted_path(std::string_view written) const {
  const auto [address, fragment] = split_at(written, '#');
  const auto [path, query] = split_at(address, '?');
  const auto page = page_at(percent_decoded(path));
  if (!page) return tl::unexpected(LinkFault::no_page);
  const std::string found = *page + std::string(query);
  if (fragment.size() < 2) return found;
  const std::string anchor = percent_decoded(fragment.substr(1));
  const Anchors& anchors = permalinks_.anchors();
  const bool known = !anchors.has_page(*page) || anchors.is_on_page(*page, anchor);
  if (!known) return tl::unexpected(LinkFault::no_place);
  return found + '#' + anchor;
}

std::optional<std::string> LinkResolver::page_at(std::string path) const {
  constexpr std::string_view kIndex = "index.html";
  if (path == kIndex || path.ends_with("/index.html")) path.resize(path.size() - kIndex.size());
  if (permalinks_.exists(path)) return path;
  path += '/';
  return permalinks_.exists(path) ? std::optional(std::move(path)) : std::nullopt;
}

}  // namespace opsg::released
