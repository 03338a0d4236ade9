#include "progress_bar.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace opsg::app {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kInterval{100};
constexpr std::size_t kWidestBar = 40;
constexpr std::size_t kNarrowestBar = 8;
constexpr std::string_view kClearLine = "\r\x1b[K";

std::size_t terminal_columns() {
  winsize size{};
  constexpr std::size_t kUsual = 80;
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

/// Past stdio, so that nothing of it is left in a buffer. A bar that cannot be shown is no failure.
void write_to_terminal(std::string_view text) {
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string bar(const ProgressState& state, std::size_t width) {
  const std::size_t done = std::min(state.done, state.steps);
  const std::size_t filled = done * width / state.steps;
  return fmt::format("[{}{}]", std::string(filled, '#'), std::string(width - filled, '-'));
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t columns) {
  if (state.steps == 0) return fmt::format("{} ...", state.stage).substr(0, columns);
  const std::size_t done = std::min(state.done, state.steps);
  const std::string count = fmt::format("{}/{}", done, state.steps);
  constexpr std::size_t kBetween = 4;  // Two spaces and two brackets.
  const std::size_t text = state.stage.size() + count.size() + kBetween;
  const std::size_t room = columns > text ? columns - text : 0;
  if (room < kNarrowestBar) return fmt::format("{} {}", state.stage, count).substr(0, columns);
  return fmt::format("{} {} {}", state.stage, bar(state, std::min(room, kWidestBar)), count);
}

bool wants_progress_bar(const Options& options) {
  const char* terminal = std::getenv("TERM");
  const bool can_rewrite = terminal && *terminal && std::string_view(terminal) != "dumb";
  return can_rewrite && !options.quiet && options.format == OutputFormat::human &&
         isatty(STDERR_FILENO) == 1;
}

ProgressBar::ProgressBar(bool wanted) {
  if (!wanted) return;
  painter_ = std::jthread([this](const std::stop_token& stopped) { paint_until_stopped(stopped); });
}

void ProgressBar::begin(std::string_view stage, std::size_t steps) {
  const std::lock_guard lock(mutex_);
  stage_ = stage;
  steps_ = steps;
  done_ = 0;
}

void ProgressBar::finish() {
  if (!painter_.joinable()) return;
  painter_.request_stop();
  painter_.join();
}

ProgressState ProgressBar::state() {
  const std::lock_guard lock(mutex_);
  return {stage_, done_, steps_};
}

void ProgressBar::paint_until_stopped(const std::stop_token& stopped) {
  std::mutex waiting;
  std::unique_lock lock(waiting);
  bool painted = false;
  const auto stops_within = [&](std::chrono::milliseconds time) {
    return wake_.wait_for(lock, stopped, time, [&] { return stopped.stop_requested(); });
  };
  for (bool over = stops_within(kPatience); !over; over = stops_within(kInterval)) {
    const std::string line = progress_line(state(), terminal_columns() - 1);
    write_to_terminal(fmt::format("{}{}", kClearLine, line));
    painted = true;
  }
  if (painted) write_to_terminal(kClearLine);
}

}  // namespace opsg::app
