#include <benchmark/benchmark.h>

#include "bench_corpus.h"

namespace opsg::bench {
namespace {

void read_labels(benchmark::State& state) {
  const SourceTree& tree = corpus_sources();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(restricted::label_sources(tree, {}, diagnostics));
  }
  state.SetBytesProcessed(state.iterations() * corpus_document_bytes());
}
BENCHMARK(read_labels)->Name("gate/read labels")->Unit(benchmark::kMillisecond);

void clear(benchmark::State& state, const Clearance& clearance) {
  const restricted::LabelledSite& labelled = corpus_labelled();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(
        restricted::Gate::clear(labelled, clearance, corpus_time(), diagnostics));
  }
  state.SetBytesProcessed(state.iterations() * corpus_document_bytes());
}

void clear_for_the_public(benchmark::State& state) {
  clear(state, corpus_labelled().policy.audiences.front().clearance);
}
BENCHMARK(clear_for_the_public)->Name("gate/clear for the public")->Unit(benchmark::kMillisecond);

void clear_everything(benchmark::State& state) {
  clear(state, corpus_labelled().policy.full_clearance());
}
BENCHMARK(clear_everything)->Name("gate/clear everything")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace opsg::bench
