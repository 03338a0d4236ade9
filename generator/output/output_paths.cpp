#include "output_paths.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text.h"

namespace opsg::output {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_plain_text(std::string_view text) {
  return !text.empty() && is_valid_utf8(text) && std::none_of(text.begin(), text.end(), is_control);
}

bool is_safe(std::string_view path) {
  if (!is_plain_text(path) || path.find('\\') != std::string_view::npos) return false;
  const auto parts = split(path, '/');
  return std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return part.empty() || part == "." || part == "..";
  });
}

struct Spelling {
  std::string_view path;
  bool is_folder = false;
};

/// Every file and folder of the site by its path in lower case.
class Spellings {
 public:
  /// The path that was there before and cannot stand beside this one, or nothing.
  std::string_view add(Spelling added) {
    const auto [at, is_new] = known_.try_emplace(ascii_lower(added.path), added);
    const Spelling& known = at->second;
    const bool same_folder = known.is_folder && added.is_folder && known.path == added.path;
    return is_new || same_folder ? std::string_view() : known.path;
  }

  std::string_view add_with_folders(std::string_view path) {
    for (auto end = path.find('/'); end != std::string_view::npos; end = path.find('/', end + 1)) {
      const std::string_view clash = add({path.substr(0, end), true});
      if (!clash.empty()) return clash;
    }
    return add({path, false});
  }

 private:
  std::unordered_map<std::string, Spelling> known_;
};

/// `files` have a path each.
template <class Files>
Result<void> check(std::string_view audience, const Files& files) {
  if (!is_plain_text(audience)) return failure("the audience's name is not one line of text");
  Spellings spellings;
  spellings.add({kManifestName, false});
  spellings.add({kSignatureName, false});
  for (const auto& file : files) {
    if (!is_safe(file.path)) {
      return failure(fmt::format("`{}` is no path for an output file", printable(file.path)));
    }
    const std::string_view clash = spellings.add_with_folders(file.path);
    if (clash.empty()) continue;
    return failure(
        fmt::format("`{}` and `{}` cannot both be output: they would be one file on some "
                    "computers",
                    clash, file.path));
  }
  return {};
}

}  // namespace

Result<void> check_paths(const RenderedSite& site) {
  return check(site.audience, site.files);
}

Result<void> check_paths(const Manifest& manifest) {
  return check(manifest.audience, manifest.files);
}

}  // namespace opsg::output
