#include "profile_trace.h"

#include <nlohmann/json.hpp>

#include "catch2.h"

namespace opsg::app {
namespace {

using std::chrono::microseconds;

TEST_CASE("a trace names each thread and gives each span its place in time") {
  const std::vector<ProfileSpan> spans = {{SpanKind::stage, "rendering pages", "", 2, 0,
                                           microseconds(10), microseconds(50), microseconds(90)},
                                          {SpanKind::step, "page", "actions/\"41\"/", 0, 1,
                                           microseconds(12), microseconds(20), microseconds(18)}};
  const auto trace = nlohmann::json::parse(profile_trace(spans));
  CHECK(trace == nlohmann::json::parse(R"({
    "displayTimeUnit": "ms",
    "traceEvents": [
      {"ph": "M", "pid": 1, "tid": 0, "name": "process_name", "args": {"name": "opsg-site"}},
      {"ph": "M", "pid": 1, "tid": 0, "name": "thread_name", "args": {"name": "thread 0"}},
      {"ph": "M", "pid": 1, "tid": 1, "name": "thread_name", "args": {"name": "thread 1"}},
      {"ph": "X", "pid": 1, "tid": 0, "name": "rendering pages", "cat": "stage", "ts": 10.0,
       "dur": 50.0, "args": {"cpu_ms": 0.09, "count": 2}},
      {"ph": "X", "pid": 1, "tid": 1, "name": "page", "cat": "step", "ts": 12.0, "dur": 20.0,
       "args": {"cpu_ms": 0.018, "subject": "actions/\"41\"/"}}
    ]
  })"));
}

TEST_CASE("a path that is no UTF-8 does not break the trace") {
  const std::string trace =
      profile_trace({{SpanKind::step, "record", "content/\xff.md", 0, 0, {}, {}, {}}});
  CHECK(trace.find("content/\xEF\xBF\xBD.md") != std::string::npos);
  CHECK_FALSE(nlohmann::json::parse(trace, nullptr, false).is_discarded());
}

}  // namespace
}  // namespace opsg::app
