#include "profile_table.h"

#include <fmt/format.h>

#include "catch2.h"

namespace opsg::app {
namespace {

using std::chrono::milliseconds;

ProfileSpan stage(std::string_view name, int begin, int wall, std::size_t count = 0,
                  unsigned thread = 0) {
  return {SpanKind::stage,       name, {}, count, thread, milliseconds(begin), milliseconds(wall),
          milliseconds(2 * wall)};
}

ProfileSpan step(std::string_view subject, int begin, int wall) {
  return {SpanKind::step,
          "page",
          std::string(subject),
          0,
          0,
          milliseconds(begin),
          milliseconds(wall),
          milliseconds(wall)};
}

/// As Profile::spans() sorts them.
std::vector<ProfileSpan> sample_spans() {
  return {stage("reading", 0, 10),  stage("clearing", 1, 4, 7),  stage("parsing", 5, 3),
          stage("judging", 10, 6),  stage("clearing", 10, 6, 7), step("index.html", 11, 1),
          stage("reading", 20, 30), stage("clearing", 20, 5, 5), stage("elsewhere", 21, 3, 0, 1)};
}

TEST_CASE("a stage is counted below the one that it is part of") {
  std::string shown;
  for (const StageRow& row : stage_rows(sample_spans())) {
    shown += fmt::format("{}{} {} {} {}\n", std::string(row.depth, '>'), row.name,
                         row.wall / milliseconds(1), row.cpu / milliseconds(1), row.count);
  }
  CHECK(shown ==
        "reading 40 80 0\n"
        ">clearing 9 18 12\n"
        ">parsing 3 6 0\n"
        "judging 6 12 0\n"
        ">clearing 6 12 7\n"
        "elsewhere 3 6 0\n");
}

constexpr ProgramUse kWhole{milliseconds(60), milliseconds(90), 5 * 1024 * 1024};

TEST_CASE("the table has a line for each stage") {
  CHECK(profile_table(stage_rows(sample_spans()), kWhole, ProfileCounts::show) ==
        "stage                                   time         CPU     count\n"
        "reading                             40.00 ms    80.00 ms\n"
        "  clearing                           9.00 ms    18.00 ms        12\n"
        "  parsing                            3.00 ms     6.00 ms\n"
        "judging                              6.00 ms    12.00 ms\n"
        "  clearing                           6.00 ms    12.00 ms         7\n"
        "elsewhere                            3.00 ms     6.00 ms\n"
        "in all                              60.00 ms    90.00 ms\n"
        "peak memory: 5.0 MiB\n");
}

TEST_CASE("where others read along, the table counts nothing") {
  CHECK(profile_table(stage_rows({stage("clearing", 0, 4, 7)}), kWhole, ProfileCounts::hide) ==
        "stage                                   time         CPU\n"
        "clearing                             4.00 ms     8.00 ms\n"
        "in all                              60.00 ms    90.00 ms\n"
        "peak memory: 5.0 MiB\n");
}

TEST_CASE("the program has used some of the machine") {
  const Profile profile;
  const ProgramUse use = program_use(profile);
  CHECK(use.wall.count() >= 0);
  CHECK(use.cpu.count() > 0);
  CHECK(use.peak_memory > 1024 * 1024);
}

}  // namespace
}  // namespace opsg::app
