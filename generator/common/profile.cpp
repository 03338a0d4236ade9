#include "profile.h"

#include <algorithm>
#include <ctime>
#include <tuple>
#include <utility>

namespace opsg {
namespace {

using std::chrono::nanoseconds;

/// What all threads, or the calling one, have had of the processors since they began.
nanoseconds processor_time(SpanKind kind) {
  timespec time{};
  clock_gettime(kind == SpanKind::stage ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID,
                &time);
  return std::chrono::seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
}

}  // namespace

nanoseconds Profile::elapsed() const {
  return std::chrono::steady_clock::now() - made_;
}

void Profile::add(ProfileSpan span) {
  const std::lock_guard lock(mutex_);
  const auto next = static_cast<unsigned>(threads_.size());
  span.thread = threads_.try_emplace(std::this_thread::get_id(), next).first->second;
  spans_.push_back(std::move(span));
}

std::vector<ProfileSpan> Profile::spans() const {
  std::vector<ProfileSpan> spans;
  {
    const std::lock_guard lock(mutex_);
    spans = spans_;
  }
  // What ends later was added later, also where the clock did not tell the two apart.
  std::reverse(spans.begin(), spans.end());
  std::stable_sort(spans.begin(), spans.end(), [](const ProfileSpan& a, const ProfileSpan& b) {
    return std::tuple(a.begin, b.end()) < std::tuple(b.begin, a.end());
  });
  return spans;
}

void SpanTimer::start(SpanKind kind, std::string_view name, std::string_view subject) {
  span_.kind = kind;
  span_.name = name;
  span_.subject = subject;
  span_.begin = profile_->elapsed();
  span_.cpu = processor_time(kind);
}

void SpanTimer::stop() {
  span_.cpu = processor_time(span_.kind) - span_.cpu;
  span_.wall = profile_->elapsed() - span_.begin;
  std::exchange(profile_, nullptr)->add(std::move(span_));
}

}  // namespace opsg
