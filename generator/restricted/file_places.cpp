#include "file_places.h"

#include <vector>

#include "text.h"

namespace opsg::restricted {
namespace {

constexpr std::string_view kMarkdown = ".md";
constexpr std::string_view kToml = ".toml";

FilePlace place_in_meeting(std::string_view slug, std::string_view name) {
  if (name == "meeting.toml") return {FileKind::meeting, slug, name};
  if (!name.ends_with(kMarkdown)) return {FileKind::meeting_file, slug, name};
  return {FileKind::meeting_document, slug, name.substr(0, name.size() - kMarkdown.size())};
}

}  // namespace

FilePlace place_of(std::string_view path) {
  if (path == "site.toml") return {FileKind::site, {}, path};
  if (path == "content/glossary.toml") return {FileKind::glossary, {}, "glossary.toml"};
  if (path == "content/parties.toml") return {FileKind::parties, {}, "parties.toml"};

  const std::vector<std::string_view> parts = split(path, '/');
  const std::string_view name = parts.back();
  if (parts.size() < 3 || parts[0] != "content") return {FileKind::misplaced, {}, name};
  if (parts.size() == 4 && parts[1] == "meetings") return place_in_meeting(parts[2], name);
  if (parts.size() == 3 && parts[1] == "pages" && name.ends_with(kMarkdown)) {
    return {FileKind::page, {}, name.substr(0, name.size() - kMarkdown.size())};
  }
  return {FileKind::misplaced, {}, name};
}

bool is_text_file(std::string_view path) {
  const std::string lower = ascii_lower(path);
  return lower.ends_with(kMarkdown) || lower.ends_with(kToml);
}

}  // namespace opsg::restricted
