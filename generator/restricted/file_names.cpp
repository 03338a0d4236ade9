#include "file_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "ascii.h"
#include "file_places.h"
#include "letter_folding.h"
#include "text.h"

namespace opsg::restricted {
namespace {

bool has_bad_character(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
  });
}

/// The site's own files stand beside the folders of meetings: `index.html`.
bool is_like_a_file(std::string_view slug) {
  constexpr std::array<std::string_view, 8> kEndings = {".html", ".htm", ".json", ".csv",
                                                        ".xml",  ".txt", ".css",  ".js"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return slug.ends_with(ending); });
}

bool is_slug(std::string_view slug) {
  const auto alphanumeric = [](char c) { return is_ascii_lower(c) || is_ascii_digit(c); };
  return !slug.empty() && alphanumeric(slug.front()) && slug.back() != '.' &&
         !is_like_a_file(slug) && std::all_of(slug.begin(), slug.end(), [&](char c) {
           return alphanumeric(c) || c == '-' || c == '_' || c == '.';
         });
}

/// The archive has a page for each year beside the folders of meetings.
bool is_year(std::string_view slug) {
  return slug.size() == 4 && std::all_of(slug.begin(), slug.end(), is_ascii_digit);
}

void check_slug(const SourcePath& path, std::string_view slug, Diagnostics& diagnostics) {
  if (is_year(slug)) {
    diagnostics
        .error("meeting-slug", SourceSpan{path},
               fmt::format("meetings/{}/ is the page of that year's meetings", slug))
        .with_help(
            fmt::format("put more into the folder's name, such as the date: {}-01-25", slug));
    return;
  }
  if (is_slug(slug)) return;
  const std::string better = slugify(slug);
  diagnostics
      .error("meeting-slug", SourceSpan{path},
             fmt::format("the folder's name `{}` cannot be a meeting's URL", slug))
      .with_help(fmt::format("use lower case letters, digits, '-', '_' and '.'{}",
                             better.empty() ? "" : fmt::format(": {}", better)));
}

/// A record that nothing reads would be missed by everyone; a stray picture by nobody.
void check_misplaced(const SourcePath& path, Diagnostics& diagnostics) {
  constexpr std::string_view kMessage = "nothing reads a file in this place";
  constexpr std::string_view kHelp =
      "records stand in content/meetings/<slug>/, pages in content/pages/";
  const bool record = is_text_file(path.view());
  Diagnostic& found =
      record ? diagnostics.error("file-misplaced", SourceSpan{path}, std::string(kMessage))
             : diagnostics.warning("file-misplaced", SourceSpan{path}, std::string(kMessage));
  found.with_help(std::string(kHelp));
}

/// Compares each folder on the way once, then the file itself.
class CollisionFinder {
 public:
  void add(const SourcePath& path, Diagnostics& diagnostics) {
    const std::string_view text = path.view();
    for (auto end = text.find('/'); end != std::string_view::npos; end = text.find('/', end + 1)) {
      add_name(path, text.substr(0, end), diagnostics);
    }
    add_name(path, text, diagnostics);
  }

 private:
  void add_name(const SourcePath& path, std::string_view name, Diagnostics& diagnostics) {
    const auto [known, is_new] = names_.emplace(fold_text(name), name);
    if (is_new || known->second == name || !reported_.insert(std::string(name)).second) return;
    diagnostics
        .error("file-name", SourceSpan{path},
               fmt::format("`{}` and `{}` differ only by case or accents", name, known->second))
        .with_help("rename one: other systems take them for the same file");
  }

  std::map<std::string, std::string_view> names_;
  std::set<std::string> reported_;
};

}  // namespace

bool is_ignored_name(std::string_view name) {
  const bool emacs_backup = name.size() > 1 && name.front() == '#' && name.back() == '#';
  return name.starts_with('.') || name.ends_with('~') || emacs_backup;
}

bool check_file_name(std::string_view folder, std::string_view name, Diagnostics& diagnostics) {
  if (is_valid_utf8(name) && !has_bad_character(name)) return true;
  diagnostics
      .error("file-name", SourceSpan{SourcePath(std::string(folder))},
             fmt::format("`{}` is no name for a file of the site", printable(name)))
      .with_help("rename it: names are UTF-8 without control characters and backslashes");
  return false;
}

void check_file_places(const SourceTree& tree, Diagnostics& diagnostics) {
  CollisionFinder collisions;
  std::string_view last_slug;
  for (const SourceFile& file : tree.files) {
    collisions.add(file.path, diagnostics);
    const FilePlace place = place_of(file.path.view());
    const bool stray_record =
        place.kind == FileKind::meeting_file && is_text_file(file.path.view());
    if (place.kind == FileKind::misplaced || stray_record) check_misplaced(file.path, diagnostics);
    if (place.meeting != last_slug && !place.meeting.empty()) {
      check_slug(file.path, place.meeting, diagnostics);
      last_slug = place.meeting;
    }
  }
}

}  // namespace opsg::restricted
