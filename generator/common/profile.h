#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace opsg {

enum class SpanKind {
  stage,  ///< A part of the task; its CPU time is that of all threads while it lasted.
  step,   ///< One of many within a stage, such as a page; its CPU time is that of its own thread.
};

/// Work that was done, from its beginning to its end, on one thread.
struct ProfileSpan {
  SpanKind kind = SpanKind::stage;
  std::string_view name;  ///< What was done: "rendering pages".
  std::string subject;    ///< What a step was done to: a path, which may name what is withheld.
  std::size_t count = 0;  ///< How many files, records or pages a stage went through, if counted.
  unsigned thread = 0;    ///< 0 is the first one that was measured.
  std::chrono::nanoseconds begin{};  ///< Since the profile was made.
  std::chrono::nanoseconds wall{};
  std::chrono::nanoseconds cpu{};

  std::chrono::nanoseconds end() const { return begin + wall; }
};

/// Where the time of a task went. May be added to from any thread.
class Profile {
 public:
  /// Since the profile was made.
  std::chrono::nanoseconds elapsed() const;

  /// Adds what the calling thread has done.
  void add(ProfileSpan span);

  /// All that was done, by its beginning, what contains other work before what it contains.
  std::vector<ProfileSpan> spans() const;

 private:
  std::chrono::steady_clock::time_point made_ = std::chrono::steady_clock::now();
  mutable std::mutex mutex_;  ///< Guards what follows.
  std::vector<ProfileSpan> spans_;
  std::map<std::thread::id, unsigned> threads_;
};

/// Measures what happens from its making to its end, for a profile; where that is null it does
/// nothing. The name must outlive the profile.
class SpanTimer {
 public:
  SpanTimer(const SpanTimer&) = delete;
  SpanTimer& operator=(const SpanTimer&) = delete;

 protected:
  SpanTimer(Profile* profile, SpanKind kind, std::string_view name, std::string_view subject)
      : profile_(profile) {
    if (profile_) start(kind, name, subject);
  }
  ~SpanTimer() { finish(); }

  void set_count(std::size_t count) { span_.count = count; }
  void finish() {
    if (profile_) stop();
  }

 private:
  void start(SpanKind kind, std::string_view name, std::string_view subject);
  void stop();

  Profile* profile_;
  ProfileSpan span_;  ///< Until it is stopped, `cpu` is what the clock said at its beginning.
};

class StageTimer : public SpanTimer {
 public:
  StageTimer(Profile* profile, std::string_view name)
      : SpanTimer(profile, SpanKind::stage, name, {}) {}
  /// What it went through: files, records or pages.
  using SpanTimer::set_count;
  /// Ends it before its scope does.
  using SpanTimer::finish;
};

class StepTimer : public SpanTimer {
 public:
  StepTimer(Profile* profile, std::string_view name, std::string_view subject)
      : SpanTimer(profile, SpanKind::step, name, subject) {}
};

}  // namespace opsg
