#include "word_package.h"

#include <zip.h>

#include <array>
#include <filesystem>
#include <memory>
#include <pugixml.hpp>

#include "text.h"

namespace opsg::extraction {
namespace {

constexpr zip_int64_t kMostEntries = 10'000;
constexpr std::size_t kXmlFactor = 4;  ///< Of XML for each byte of text.

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using ArchiveFile = std::unique_ptr<zip_file_t, CloseFile>;
using Source = std::unique_ptr<zip_source_t, FreeSource>;

/// Reads the archive out of memory that must outlive it. The source is the archive's from then on.
Archive open_archive(std::string_view bytes) {
  Source source(zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr));
  if (!source) return nullptr;
  Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (archive) (void)source.release();
  return archive;
}

bool is_wanted(std::string_view name) {
  return name.ends_with(".xml") || name.ends_with(".rels");
}

enum class Unpacking { done, too_large, damaged, locked };

Unpacking unpack_entry(zip_t* archive, zip_uint64_t index, std::size_t limit, std::string& bytes) {
  const ArchiveFile file(zip_fopen_index(archive, index, 0));
  if (!file) {
    const int error = zip_error_code_zip(zip_get_error(archive));
    return error == ZIP_ER_NOPASSWD ? Unpacking::locked : Unpacking::damaged;
  }
  std::array<char, 64 * 1024> chunk;
  while (true) {
    const zip_int64_t count = zip_fread(file.get(), chunk.data(), chunk.size());
    if (count < 0) return Unpacking::damaged;
    if (count == 0) return Unpacking::done;
    if (bytes.size() + static_cast<std::size_t>(count) > limit) return Unpacking::too_large;
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

Unpacking unpack_all(zip_t* archive, std::size_t limit, WordParts& parts) {
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  if (count > kMostEntries) return Unpacking::too_large;
  std::size_t left = limit;
  for (zip_int64_t i = 0; i < count; ++i) {
    const auto index = static_cast<zip_uint64_t>(i);
    const char* entry_name = zip_get_name(archive, index, ZIP_FL_ENC_GUESS);
    if (!entry_name || !is_wanted(entry_name)) continue;
    std::string& bytes = parts[entry_name];
    bytes.clear();
    const Unpacking result = unpack_entry(archive, index, left, bytes);
    if (result != Unpacking::done) return result;
    left -= bytes.size();
  }
  return Unpacking::done;
}

void report(Unpacking result, const SourcePath& name, Diagnostics& diagnostics) {
  if (result == Unpacking::too_large) {
    diagnostics.error("import-too-large", {name, 0, 0, 0}, "unpacked, it is larger than any record")
        .with_help(
            "see whether the file is what it seems to be; save the text alone, and import that");
  } else if (result == Unpacking::locked) {
    diagnostics.error("import-locked", {name, 0, 0, 0}, "a password locks this file")
        .with_help("save it without a password, and import that");
  } else {
    diagnostics
        .error("import-damaged", {name, 0, 0, 0},
               "this Word file is damaged and cannot be unpacked")
        .with_help("open it in Word, save it anew, and import that");
  }
}

/// The target of a relationship, from the folder of the part that it belongs to.
std::string resolve(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  return (std::filesystem::path(folder) / target).lexically_normal().string();
}

std::vector<std::string> targets(const WordParts& parts, const std::string& relations,
                                 std::string_view folder, std::string_view relation) {
  std::vector<std::string> found;
  const auto part = parts.find(relations);
  pugi::xml_document document;
  if (part == parts.end() || !document.load_buffer(part->second.data(), part->second.size())) {
    return found;
  }
  const std::string ending = '/' + std::string(relation);
  for (const pugi::xml_node& each : document.child("Relationships").children("Relationship")) {
    if (!std::string_view(each.attribute("Type").value()).ends_with(ending)) continue;
    std::string target = resolve(folder, each.attribute("Target").value());
    if (parts.contains(target)) found.push_back(std::move(target));
  }
  return found;
}

}  // namespace

std::optional<WordParts> unpack_word(std::string_view bytes, const SourcePath& name,
                                     const ExtractionLimits& limits, Diagnostics& diagnostics) {
  const Archive archive = open_archive(bytes);
  WordParts parts;
  const Unpacking result =
      archive ? unpack_all(archive.get(), limits.text * kXmlFactor, parts) : Unpacking::damaged;
  if (result == Unpacking::done) return parts;
  report(result, name, diagnostics);
  return std::nullopt;
}

std::optional<std::string> pack_word(const WordParts& parts) {
  Source source(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!source) return std::nullopt;
  Archive archive(zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, nullptr));
  if (!archive) return std::nullopt;
  zip_source_keep(source.get());
  for (const auto& [name, bytes] : parts) {
    Source part(zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0));
    if (!part || zip_file_add(archive.get(), name.c_str(), part.get(), ZIP_FL_ENC_UTF_8) < 0) {
      return std::nullopt;
    }
    (void)part.release();
  }
  if (zip_close(archive.get()) != 0) return std::nullopt;
  (void)archive.release();
  zip_stat_t status;
  if (zip_source_stat(source.get(), &status) != 0 || zip_source_open(source.get()) != 0) {
    return std::nullopt;
  }
  std::string packed(status.size, '\0');
  const zip_int64_t count = zip_source_read(source.get(), packed.data(), packed.size());
  zip_source_close(source.get());
  if (count != static_cast<zip_int64_t>(packed.size())) return std::nullopt;
  return packed;
}

std::string main_part(const WordParts& parts) {
  const auto found = targets(parts, "_rels/.rels", "", "officeDocument");
  const bool is_word = !found.empty() && found.front().starts_with("word/");
  return is_word ? found.front() : std::string();
}

std::vector<std::string> related_parts(const WordParts& parts, std::string_view main,
                                       std::string_view relation) {
  const std::filesystem::path path(main);
  const std::string folder = path.parent_path().string();
  return targets(parts, folder + "/_rels/" + path.filename().string() + ".rels", folder, relation);
}

}  // namespace opsg::extraction
