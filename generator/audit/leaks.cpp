#include "leaks.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "parallel.h"
#include "sha256.h"

namespace opsg::audit {
namespace {

constexpr std::string_view kCode = "audit-leak";
constexpr std::string_view kHelp =
    "nothing was written: take it out of the site's own theme, if that holds it; otherwise the "
    "gate should have kept it back, so please report a fault of opsg-site";
constexpr std::size_t kLimit = 20;

/// How many files one thread searches in turn: enough that most lines are known, so few that each
/// thread has several groups.
std::size_t group_size(std::size_t files, int jobs) {
  const std::size_t groups = 4 * static_cast<std::size_t>(std::max(jobs, 1));
  return std::clamp(files / groups, std::size_t{8}, std::size_t{64});
}

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

std::vector<std::string_view> contents(std::span<const SourceFile* const> files) {
  std::vector<std::string_view> all;
  for (const SourceFile* file : files) all.push_back(file->bytes);
  return all;
}

/// A key of all that a search depends on, but for the needles.
std::string file_key(const RenderedFile& file) {
  Sha256 digest;
  digest.add(fmt::format("{}:{}", file.path.size(), file.path));
  digest.add(file.bytes);
  return digest.hex();
}

}  // namespace

LeakSearch::LeakSearch(const SourceReading& reading, const Needles& needles,
                       std::span<const std::string> public_texts)
    : reading_(reading),
      needles_(needles),
      filter_(needles.filter()),
      withheld_(contents(reading.withheld_files)),
      cleared_(contents(reading.cleared_files)),
      public_({public_texts.begin(), public_texts.end()}) {}

/// First reading each line of the theme's once. That finds nothing, or that there is something:
/// then in how many files takes reading everything.
void LeakSearch::search(const RenderedSite& site, int jobs, Profile* profile,
                        restricted::AuditMemo* memo) {
  StageTimer timer(profile, "searching pages");
  timer.set_count(site.files.size());
  if (memo) memo->look_for(needles_.keys());
  std::vector<FileHits> found = search_files(site.files, {jobs, profile, true, memo});
  const bool hits = std::any_of(found.begin(), found.end(),
                                [](const FileHits& file) { return !file.hits.empty(); });
  if (hits) found = search_files(site.files, {jobs, profile, false, nullptr});
  // Not before: a line of a file with hits may have been left out of another one.
  if (memo && !hits) {
    for (const FileHits& file : found) {
      if (!file.key.empty()) memo->keep_clean(file.key);
    }
  }
  for (std::size_t i = 0; i < found.size(); ++i) add(found[i], i);
}

std::vector<LeakSearch::FileHits> LeakSearch::search_files(std::span<const RenderedFile> files,
                                                           const SearchManner& manner) const {
  std::vector<FileHits> found(files.size());
  const std::size_t size = group_size(files.size(), manner.jobs);
  const std::size_t groups = (files.size() + size - 1) / size;
  for_each_index(groups, manner.jobs, [&](std::size_t group) {
    Known known;
    const std::size_t end = std::min((group + 1) * size, files.size());
    for (std::size_t i = group * size; i < end; ++i) {
      const StepTimer step(manner.profile, "search", files[i].path);
      found[i] = search_file(files[i], manner.leave_out_known ? &known : nullptr, manner.memo);
    }
  });
  return found;
}

LeakSearch::FileHits LeakSearch::search_file(const RenderedFile& file, Known* known,
                                             restricted::AuditMemo* memo) const {
  const std::string key = memo ? file_key(file) : std::string();
  const bool is_clean = memo && memo->is_clean(key);
  FileHits found;
  if (!is_clean) found.hits = search_path(file.path);
  if (cleared_.find(file.bytes)) return found;
  if (const auto copy = withheld_.find(file.bytes)) {
    found.copy_of = reading_.withheld_files[*copy];
  }
  if (is_clean || is_public(output_format(file.path), file.bytes)) return found;
  const std::vector<Hit> hits = search_bytes(file, known);
  found.hits.insert(found.hits.end(), hits.begin(), hits.end());
  found.key = key;
  return found;
}

std::vector<LeakSearch::Hit> LeakSearch::search_path(std::string_view path) const {
  std::vector<Hit> hits;
  if (needles_.empty()) return hits;
  const std::vector<Word> words = words_of(path);
  needles_.scan(words, words.size(), [&](const Needle& needle, std::size_t) {
    hits.push_back({needle, true, 0});
  });
  return hits;
}

/// Needles are excused by a public text as it stands; only unfolding makes other words of it.
bool LeakSearch::is_public(OutputFormat format, std::string_view bytes) const {
  return format != OutputFormat::calendar && public_.find(bytes).has_value();
}

/// The text's, and then the values'.
std::vector<LeakSearch::Hit> LeakSearch::search_bytes(const RenderedFile& file,
                                                      Known* known) const {
  std::vector<Hit> hits;
  const OutputFormat format = output_format(file.path);
  if (needles_.empty() || !may_hold_needle(format, file.bytes, known)) return hits;
  OutputReader reader(format, file.bytes);
  std::vector<Hit> in_values;
  for (bool more = true; more;) {
    more = reader.read_piece();
    search_words(reader.text(), !more, hits);
    search_words(reader.values(), !more, in_values);
  }
  hits.insert(hits.end(), in_values.begin(), in_values.end());
  if (hits.empty()) return hits;
  const MappedText decoded = decoded_output(format, file.bytes);
  for (Hit& hit : hits) hit.offset = decoded.origin(hit.offset);
  return hits;
}

/// Nearly no file does, and most words of the others need not be kept.
bool LeakSearch::may_hold_needle(OutputFormat format, std::string_view bytes, Known* known) const {
  KnownLines* lines = !known                         ? nullptr
                      : format == OutputFormat::json ? &known->json
                                                     : &known->markup;
  HastyOutputReader reader(format, bytes, lines, HastyOutputReader::kPiece, HastyWords(filter_));
  const auto may_hold = [&] {
    return reader.text().may_hold_phrase() || reader.values().may_hold_phrase();
  };
  while (reader.read_piece() && !may_hold()) {
  }
  return may_hold();
}

/// Keeps the words in which a needle may begin whose last words are still to come.
void LeakSearch::search_words(WordReader& reader, bool is_end, std::vector<Hit>& hits) const {
  constexpr std::size_t kKept = PhraseIndex::kLongestPhrase - 1;
  const std::span<const Word> words = reader.words();
  const std::size_t starts = is_end ? words.size() : words.size() - std::min(words.size(), kKept);
  needles_.scan(words, starts, [&](const Needle& needle, std::size_t at) {
    hits.push_back({needle, false, words[at].begin});
  });
  reader.drop(starts);
}

void LeakSearch::add(const FileHits& found, std::size_t file) {
  for (const Hit& hit : found.hits) {
    const Leak leak{hit.needle, file, hit.in_path, hit.offset, 0, file};
    Leak& known = leaks_.try_emplace(hit.needle.passage, leak).first->second;
    if (known.files == 0 || known.last_file != file) ++known.files;
    known.last_file = file;
  }
  if (found.copy_of) copies_.push_back({found.copy_of, file});
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
