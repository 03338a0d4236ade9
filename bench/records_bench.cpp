#include <benchmark/benchmark.h>

#include "bench_corpus.h"
#include "record.h"

namespace opsg::bench {
namespace {

void read_records(benchmark::State& state) {
  const released::Site& site = corpus_site();
  for (auto _ : state) {
    for (const Cleared<DocumentSource>& document : corpus_cleared().documents) {
      Diagnostics diagnostics;
      benchmark::DoNotOptimize(
          released::read_record(document, site.config, *site.vocabulary, diagnostics));
    }
  }
  state.SetBytesProcessed(state.iterations() * corpus_document_bytes());
}
BENCHMARK(read_records)->Name("records/read")->Unit(benchmark::kMillisecond);

/// Reads them, too: nothing else has what the registers are joined of.
void join_records(benchmark::State& state) {
  const ClearedSources& cleared = corpus_cleared();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(released::make_site(cleared, {"public", {}, {}}, diagnostics));
  }
  state.SetBytesProcessed(state.iterations() * corpus_document_bytes());
}
BENCHMARK(join_records)
    ->Name("records/read and join")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace opsg::bench
