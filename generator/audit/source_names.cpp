#include "source_names.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kMeetings = "content/meetings/";

}  // namespace

std::string_view slug_of(std::string_view path) {
  if (!path.starts_with(kMeetings)) return {};
  path.remove_prefix(kMeetings.size());
  const std::size_t slash = path.find('/');
  return slash == path.npos ? std::string_view() : path.substr(0, slash);
}

bool is_public_table(std::string_view path) {
  return path == "site.toml" || path == "content/glossary.toml" || path == "content/parties.toml";
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string_view without_extension(std::string_view name) {
  return name.substr(0, name.rfind('.'));
}

bool is_meeting_file(const SourceFile& file) {
  return !slug_of(file.path.view()).empty() && file_name(file.path.view()) == "meeting.toml";
}

}  // namespace opsg::audit
