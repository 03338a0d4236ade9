#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "options.h"
#include "progress.h"

namespace opsg::app {

/// How far a task is: a stage of so many steps, 0 where nobody can say how many.
struct ProgressState {
  std::string_view stage;
  std::size_t done = 0;
  std::size_t steps = 0;
};

/// The state in a line of at most `columns` columns: "rendering pages [####----] 120/240".
std::string progress_line(const ProgressState& state, std::size_t columns);

/// Whether a bar may be shown: a person watches stderr on a terminal that can rewrite a line.
bool wants_progress_bar(const Options& options);

/// Shows on stderr how far a task is, from its second second on. Where it is not wanted it does
/// nothing and starts no thread.
class ProgressBar : public Progress {
 public:
  explicit ProgressBar(bool wanted);
  ~ProgressBar() override { finish(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void begin(std::string_view stage, std::size_t steps) override;
  void step() override { done_.fetch_add(1, std::memory_order_relaxed); }

  /// Takes the bar off its line for good: before anything else is printed.
  void finish();

 private:
  void paint_until_stopped(const std::stop_token& stopped);
  ProgressState state();

  std::atomic<std::size_t> done_ = 0;
  std::mutex mutex_;  ///< Guards `stage_` and `steps_`.
  std::string_view stage_;
  std::size_t steps_ = 0;
  std::condition_variable_any wake_;
  std::jthread painter_;
};

}  // namespace opsg::app
