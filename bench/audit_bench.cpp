#include <benchmark/benchmark.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "auditor.h"
#include "bench_corpus.h"
#include "pages.h"

namespace opsg::bench {
namespace {

std::int64_t size_of(const RenderedSite& site) {
  std::int64_t bytes = 0;
  for (const RenderedFile& file : site.files) bytes += static_cast<std::int64_t>(file.bytes.size());
  return bytes;
}

void audit_site(benchmark::State& state) {
  Diagnostics diagnostics;
  std::optional<RenderedSite> site = released::render_site(corpus_site(), corpus_labelled().policy,
                                                           corpus_theme(), {}, diagnostics);
  if (!site) return state.SkipWithError("the corpus cannot be rendered");
  std::vector<std::string> theme;
  for (const released::ThemeFile& file : corpus_theme_files().files) theme.push_back(file.bytes);
  const restricted::LabelledSite& labelled = corpus_labelled();
  const restricted::AuditInput input = {
      corpus_sources(), labelled.policy, theme, {corpus_time().now, labelled.time_zone}};
  const std::int64_t bytes = size_of(*site);
  for (auto _ : state) {
    state.PauseTiming();  // The auditor keeps what it is given.
    RenderedSite copy = *site;
    state.ResumeTiming();
    const auto audited = restricted::Auditor::audit(input, std::move(copy), diagnostics);
    if (!audited) return state.SkipWithError("the audit found something");
  }
  state.SetBytesProcessed(state.iterations() * bytes);
}
BENCHMARK(audit_site)->Name("audit/whole site")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace opsg::bench
