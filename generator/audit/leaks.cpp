#include "leaks.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "output_words.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kCode = "audit-leak";
constexpr std::string_view kHelp =
    "nothing was written: the gate should have kept this back, so please report a fault of "
    "opsg-site";
constexpr std::size_t kLimit = 20;

std::string_view description(PassageKind kind) {
  switch (kind) {
    case PassageKind::value:
      return "a withheld value is in the output";
    case PassageKind::name:
      return "the name of a person is in the output";
    case PassageKind::link:
      return "the target of a withheld link is in the output";
    case PassageKind::file_name:
      return "the name of something withheld is in the output";
    case PassageKind::comment:
      return "a comment is in the output";
    default:
      return "withheld text is in the output";
  }
}

bool is_copy(const SourceFile* source, const RenderedFile& file) {
  return !file.bytes.empty() && source->bytes == file.bytes;
}

}  // namespace

void LeakSearch::search(const RenderedSite& site, int jobs) {
  std::vector<FileHits> found(site.files.size());
  tbb::task_arena threads(std::max(jobs, 1));
  threads.execute([&] {
    tbb::parallel_for(std::size_t{0}, found.size(),
                      [&](std::size_t i) { found[i] = search_file(site.files[i]); });
  });
  for (std::size_t i = 0; i < found.size(); ++i) add(found[i], i);
}

LeakSearch::FileHits LeakSearch::search_file(const RenderedFile& file) const {
  FileHits hits;
  search_words(words_of(file.path), true, hits);
  if (is_cleared_copy(file)) return hits;
  hits.copy_of = find_withheld_copy(file);
  const OutputWords words = read_output(file.path, file.bytes);
  search_words(words.text, false, hits);
  search_words(words.values, false, hits);
  return hits;
}

void LeakSearch::search_words(const std::vector<Word>& words, bool in_path, FileHits& hits) const {
  needles_.scan(words, [&](const Needle& needle, std::size_t at) {
    hits.needles.push_back({needle, in_path, words[at].begin});
  });
}

void LeakSearch::add(const FileHits& hits, std::size_t file) {
  for (const Hit& hit : hits.needles) {
    const Leak leak{hit.needle, file, hit.in_path, hit.offset, 0, file};
    Leak& known = leaks_.try_emplace(hit.needle.passage, leak).first->second;
    if (known.files == 0 || known.last_file != file) ++known.files;
    known.last_file = file;
  }
  if (hits.copy_of) copies_.push_back({hits.copy_of, file});
}

bool LeakSearch::is_cleared_copy(const RenderedFile& file) const {
  const auto& cleared = reading_.cleared_files;
  return std::any_of(cleared.begin(), cleared.end(),
                     [&](const SourceFile* source) { return is_copy(source, file); });
}

const SourceFile* LeakSearch::find_withheld_copy(const RenderedFile& file) const {
  const auto& withheld = reading_.withheld_files;
  const auto source =
      std::find_if(withheld.begin(), withheld.end(),
                   [&](const SourceFile* candidate) { return is_copy(candidate, file); });
  return source == withheld.end() ? nullptr : *source;
}

void LeakSearch::report(const RenderedSite& site, Diagnostics& diagnostics) const {
  std::vector<Finding> findings;
  for (const auto& [passage, leak] : leaks_) findings.push_back(finding(leak, site));
  for (const Copy& copy : copies_) {
    findings.push_back({SourceSpan{copy.source->path}, "a withheld file is in the output",
                        fmt::format("it is copied to {}", site.files[copy.file].path)});
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  const auto same = [](const Finding& a, const Finding& b) {
    return a.span == b.span && a.message == b.message && a.note == b.note;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  const std::size_t shown = std::min(findings.size(), kLimit);
  for (std::size_t i = 0; i < shown; ++i) {
    diagnostics.error(kCode, findings[i].span, findings[i].message)
        .note(findings[i].note)
        .with_help(std::string(kHelp));
  }
  if (shown == findings.size()) return;
  diagnostics.error(kCode, findings[shown].span,
                    fmt::format("this and {} more withheld passages are in the output",
                                findings.size() - shown - 1));
}

LeakSearch::Finding LeakSearch::finding(const Leak& leak, const RenderedSite& site) const {
  const Passage& passage = reading_.withheld[leak.needle.passage];
  const RenderedFile& file = site.files[leak.file];
  const TextPlace place = place_in(file.bytes, leak.in_path ? 0 : leak.offset);
  std::string note = leak.in_path
                         ? fmt::format("it is in the path {}", file.path)
                         : fmt::format("it is in {}:{}:{}", file.path, place.line, place.column);
  if (leak.files > 1) note += fmt::format(" and in {} more", leak.files - 1);
  const std::size_t last = leak.needle.first + leak.needle.length - 1;
  return {place_of(passage, leak.needle.first, last), std::string(description(passage.kind)),
          std::move(note)};
}

}  // namespace opsg::audit
