#include "profile_trace.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

namespace opsg::app {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kProcess = 1;  ///< There is but one; its real number would tell nobody anything.

double microseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::micro>(time).count();
}

Json naming_event(std::string_view what, unsigned thread, std::string_view name) {
  return {
      {"ph", "M"}, {"pid", kProcess}, {"tid", thread}, {"name", what}, {"args", {{"name", name}}}};
}

Json span_event(const ProfileSpan& span) {
  Json event = {{"ph", "X"},
                {"pid", kProcess},
                {"tid", span.thread},
                {"name", span.name},
                {"cat", span.kind == SpanKind::stage ? "stage" : "step"},
                {"ts", microseconds(span.begin)},
                {"dur", microseconds(span.wall)},
                {"args", {{"cpu_ms", microseconds(span.cpu) / 1000}}}};
  if (!span.subject.empty()) event["args"]["subject"] = span.subject;
  if (span.count > 0) event["args"]["count"] = span.count;
  return event;
}

Json events(const std::vector<ProfileSpan>& spans) {
  Json all = Json::array({naming_event("process_name", 0, "opsg-site")});
  std::set<unsigned> threads;
  for (const ProfileSpan& span : spans) {
    if (!threads.insert(span.thread).second) continue;
    all.push_back(naming_event("thread_name", span.thread, fmt::format("thread {}", span.thread)));
  }
  for (const ProfileSpan& span : spans) all.push_back(span_event(span));
  return all;
}

}  // namespace

std::string profile_trace(const std::vector<ProfileSpan>& spans) {
  const Json trace = {{"displayTimeUnit", "ms"}, {"traceEvents", events(spans)}};
  return trace.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace opsg::app
