#include <benchmark/benchmark.h>

#include <vector>

#include "anchors.h"
#include "bench_corpus.h"
#include "meeting_view.h"
#include "permalinks.h"
#include "site_plan.h"

namespace opsg::bench {
namespace {

void compile_theme(benchmark::State& state) {
  const released::ThemeFiles& files = corpus_theme_files();
  for (auto _ : state) {
    Diagnostics diagnostics;
    benchmark::DoNotOptimize(released::make_theme(files, diagnostics));
  }
}
BENCHMARK(compile_theme)->Name("templates/compile the theme")->Unit(benchmark::kMillisecond);

/// The corpus, ready for its pages to be rendered.
class PlannedCorpus {
 public:
  const released::SitePlan& plan() const { return plan_; }
  std::size_t meetings() const { return corpus_site().meetings.size(); }

 private:
  released::Anchors anchors_{corpus_site()};
  released::Permalinks permalinks_{corpus_site(), anchors_};
  released::SitePlan plan_{corpus_site(), corpus_labelled().policy, corpus_theme(), permalinks_};
};

void make_views(benchmark::State& state) {
  const PlannedCorpus corpus;
  for (auto _ : state) {
    for (std::size_t i = 0; i < corpus.meetings(); ++i) {
      benchmark::DoNotOptimize(released::make_meeting_view(corpus.plan().context(), i));
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(corpus.meetings()));
}
BENCHMARK(make_views)->Name("templates/views of meetings")->Unit(benchmark::kMillisecond);

void render_views(benchmark::State& state) {
  const PlannedCorpus corpus;
  std::vector<released::MeetingView> views;
  for (std::size_t i = 0; i < corpus.meetings(); ++i) {
    views.push_back(released::make_meeting_view(corpus.plan().context(), i));
  }
  const auto& page = corpus_theme().templates.of<released::MeetingView>();
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (const released::MeetingView& view : views) {
      auto html = page.render(view);
      if (!html) return state.SkipWithError(html.error().message.c_str());
      bytes += static_cast<std::int64_t>(std::move(*html).take().size());
    }
  }
  state.SetBytesProcessed(bytes);
}
BENCHMARK(render_views)->Name("templates/render meetings")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace opsg::bench
