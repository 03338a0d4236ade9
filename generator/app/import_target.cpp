#include "import_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <system_error>

#include "file_system.h"
#include "said_comments.h"
#include "text.h"
#include "toml_reader.h"

namespace opsg::app {
namespace {

namespace fs = std::filesystem;
using SaidComments = std::vector<SaidComment>;

constexpr std::uintmax_t kLargestRecord = std::uintmax_t{16} << 20;

bool is_of_banner(const SaidComment& comment) {
  return comment.is_of_banner();
}

bool is_label_line(std::string_view line) {
  const std::string_view text = trim(line);
  return text.empty() || text.starts_with('#') || text.starts_with("classification");
}

/// The text without what labelling it changes. Of Markdown only the front matter is TOML.
std::string without_label(std::string_view text) {
  std::string out;
  const bool is_document = text.starts_with("+++");
  int fences = 0;
  for (const std::string_view line : split_lines(text)) {
    fences += is_document && trim(line) == "+++";
    const bool is_toml = !is_document || fences == 1;
    if (is_toml && is_label_line(line)) continue;
    out += trim_right(line);
    out += '\n';
  }
  return std::string(trim_right(out));
}

/// Whether the document carries another banner than when it was imported.
bool has_other_banner(const SaidComments& existing, const SaidComments& imported) {
  const auto before = std::find_if(existing.begin(), existing.end(), is_of_banner);
  const auto now = std::find_if(imported.begin(), imported.end(), is_of_banner);
  return before != existing.end() && now != imported.end() && !before->quotes(*now);
}

/// Whether an import quotes what the comments of the file in its place do not.
bool has_more(const SaidComments& existing, const SaidComments& imported) {
  const auto is_new = [&](const SaidComment& comment) {
    return !is_of_banner(comment) &&
           std::none_of(existing.begin(), existing.end(),
                        [&](const SaidComment& each) { return each.quotes(comment); });
  };
  return std::any_of(imported.begin(), imported.end(), is_new);
}

Result<TargetFile> look_at(const fs::path& path, const FolderFile& file) {
  TargetFile target;
  static_cast<FolderFile&>(target) = file;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) return target;
  auto existing = read_file(path, kLargestRecord);
  if (!existing) return tl::unexpected(existing.error());
  target.existing = std::move(*existing);
  const SaidComments before = read_said_comments(target.existing);
  const SaidComments now = read_said_comments(target.text);
  const bool unchanged =
      same_but_label(target.existing, target.text) && !has_other_banner(before, now);
  target.state = unchanged ? FileState::unchanged : FileState::edited;
  target.says_more = has_more(before, now);
  return target;
}

}  // namespace

bool same_but_label(std::string_view a, std::string_view b) {
  return without_label(a) == without_label(b);
}

std::vector<std::string> missing_facts(std::string_view existing, std::string_view imported) {
  Diagnostics reported_by_check;
  const auto before = read_toml(existing, SourcePath("meeting.toml"), 1, reported_by_check);
  const auto now = read_toml(imported, SourcePath("meeting.toml"), 1, reported_by_check);
  std::vector<std::string> missing;
  if (!before || !now) return missing;
  for (const auto& [key, value] : now->entries) {
    if (!before->find(key.name)) missing.push_back(key.name);
  }
  return missing;
}

Result<ImportTarget> find_target(const fs::path& meetings, const ImportBundle& bundle) {
  ImportTarget target;
  target.folder = meetings / bundle.slug;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(target.folder, error);
  target.folder_exists = fs::is_directory(status);
  if (!target.folder_exists && status.type() != fs::file_type::not_found) {
    return failure(fmt::format("{} is in the way: it is no folder", target.folder.string()));
  }
  for (const FolderFile& file : bundle.files) {
    auto found = look_at(target.folder / file.name, file);
    if (!found) return tl::unexpected(found.error());
    target.files.push_back(std::move(*found));
  }
  return target;
}

Result<void> write_target(const ImportTarget& target) {
  if (!target.folder_exists) {
    return write_new_folder(target.folder, {target.files.begin(), target.files.end()});
  }
  for (const TargetFile& file : target.files) {
    if (file.state != FileState::fresh) continue;
    if (const auto done = write_file(target.folder / file.name, file.text); !done) return done;
  }
  return {};
}

}  // namespace opsg::app
