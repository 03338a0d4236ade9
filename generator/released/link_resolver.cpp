#include "link_resolver.h"

#include <vector>

#include "html_url.h"
#include "text.h"

namespace opsg::released {
namespace {

/// "content/meetings/x/minutes.md" and "../y/headlines.md" -> "content/meetings/y/headlines.md".
/// Nothing for a path that leaves the site.
std::optional<std::string> joined_path(std::string_view file, std::string_view relative) {
  std::vector<std::string_view> parts = split(file, '/');
  parts.pop_back();
  for (const std::string_view part : split(relative, '/')) {
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string path;
  for (const std::string_view part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

bool is_attachment_path(std::string_view path) {
  return !path.empty() && path.back() != '/' && path.find('#') == std::string_view::npos;
}

}  // namespace

std::optional<ResolvedLink> LinkResolver::link(const Record& from, std::string_view written) const {
  if (is_safe_absolute_url(written)) return ResolvedLink{std::string(written), true};
  const auto path = site_path(from, written);
  if (!path) return std::nullopt;
  return ResolvedLink{permalinks_.href(*path), false};
}

std::optional<ResolvedLink> LinkResolver::image(const Record& from,
                                                std::string_view written) const {
  if (is_safe_absolute_url(written)) {
    if (!starts_with_ignoring_case(written, "https:")) return std::nullopt;
    return ResolvedLink{std::string(written), true};
  }
  const auto path = site_path(from, written);
  if (!path || !is_attachment_path(*path)) return std::nullopt;
  return ResolvedLink{permalinks_.href(*path), false};
}

std::optional<std::string> LinkResolver::site_path(const Record& from,
                                                   std::string_view written) const {
  const std::size_t hash = written.find('#');
  const std::string path = percent_decoded(written.substr(0, hash));
  const std::string anchor =
      hash == std::string_view::npos ? "" : percent_decoded(written.substr(hash + 1));
  if (path.empty()) {
    if (anchor.empty()) return std::nullopt;
    return source_path(from.path.view(), anchor);
  }
  if (path.starts_with("//")) return std::nullopt;
  if (path.front() == '/') return rooted_path(std::string_view(path).substr(1), anchor);
  const auto source = joined_path(from.path.view(), path);
  if (!source) return std::nullopt;
  return source_path(*source, anchor);
}

std::optional<std::string> LinkResolver::source_path(std::string_view source,
                                                     std::string_view anchor) const {
  const Record* record = permalinks_.find_record(source);
  if (record == nullptr) {
    std::string attachment = permalinks_.find_attachment(source);
    if (attachment.empty()) return std::nullopt;
    return attachment;
  }
  if (anchor.empty() && !record->complete) return std::nullopt;
  if (anchor.empty()) return permalinks_.record(*record);
  const auto id = permalinks_.anchors().find(*record, anchor);
  if (!id) return std::nullopt;
  return permalinks_.record(*record) + '#' + *id;
}

std::optional<std::string> LinkResolver::rooted_path(std::string_view path,
                                                     std::string_view anchor) const {
  std::string page(path);
  if (!permalinks_.exists(page)) page += '/';
  if (!permalinks_.exists(page)) return std::nullopt;
  if (anchor.empty()) return page;
  if (!permalinks_.anchors().is_on_page(page, anchor)) return std::nullopt;
  return page + '#' + std::string(anchor);
}

}  // namespace opsg::released
