#include "bench_corpus.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "discover.h"
#include "theme_choice.h"

namespace opsg::bench {
namespace {

constexpr const char* kRoot = OPSG_BENCH_CORPUS;

/// What a stage makes of the corpus.
auto make(std::string_view stage, const auto& work) {
  Diagnostics diagnostics;
  auto made = work(diagnostics);
  if (made && !diagnostics.has_errors()) return std::move(*made);
  fmt::print(stderr, "microbench: {} failed on {}; run `opsg-site check` there\n", stage, kRoot);
  std::exit(1);
}

}  // namespace

const SourceTree& corpus_sources() {
  static const SourceTree tree = make("reading files", [](Diagnostics& diagnostics) {
    return restricted::discover(kRoot, diagnostics);
  });
  return tree;
}

const restricted::LabelledSite& corpus_labelled() {
  static const restricted::LabelledSite labelled =
      make("reading labels", [](Diagnostics& diagnostics) {
        return restricted::label_sources(corpus_sources(), {}, diagnostics);
      });
  return labelled;
}

const ClearedSources& corpus_cleared() {
  static const ClearedSources cleared = make("clearing", [](Diagnostics& diagnostics) {
    const restricted::LabelledSite& labelled = corpus_labelled();
    return std::optional(restricted::Gate::clear(
        labelled, labelled.policy.audiences.front().clearance, corpus_time(), diagnostics));
  });
  return cleared;
}

const released::Site& corpus_site() {
  static const released::Site site = make("joining records", [](Diagnostics& diagnostics) {
    return released::make_site(corpus_cleared(), {"public", {}, {}}, diagnostics);
  });
  return site;
}

const released::ThemeFiles& corpus_theme_files() {
  static const released::ThemeFiles files = make("reading the theme", [](Diagnostics& diagnostics) {
    return app::choose_theme(kRoot, corpus_sources(), diagnostics);
  });
  return files;
}

const released::Theme& corpus_theme() {
  static const released::Theme theme = make("compiling templates", [](Diagnostics& diagnostics) {
    return released::make_theme(corpus_theme_files(), diagnostics);
  });
  return theme;
}

restricted::GateTime corpus_time() {
  return {std::chrono::sys_days(std::chrono::year(2026) / 1 / 1)};
}

std::int64_t corpus_document_bytes() {
  std::int64_t bytes = 0;
  for (const SourceFile& file : corpus_sources().files) {
    if (file.path.view().ends_with(".md")) bytes += static_cast<std::int64_t>(file.bytes.size());
  }
  return bytes;
}

}  // namespace opsg::bench
