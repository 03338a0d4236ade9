#include "profile_table.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>

namespace opsg::app {
namespace {

using std::chrono::nanoseconds;

constexpr std::size_t kNoRow = static_cast<std::size_t>(-1);
constexpr std::size_t kNameWidth = 32;

/// Adds stages up, by their names and by what they are part of.
class StageTree {
 public:
  void add(const ProfileSpan& span) {
    std::vector<Open>& open = open_[span.thread];
    while (!open.empty() && open.back().end <= span.begin) open.pop_back();
    const std::size_t row = row_of(open.empty() ? kNoRow : open.back().row, span.name);
    rows_[row].total.wall += span.wall;
    rows_[row].total.cpu += span.cpu;
    rows_[row].total.count += span.count;
    open.push_back({row, span.end()});
  }

  std::vector<StageRow> rows() const {
    std::vector<StageRow> all;
    append_parts(kNoRow, all);
    return all;
  }

 private:
  struct Row {
    std::size_t part_of;
    StageRow total;
  };
  struct Open {
    std::size_t row;
    nanoseconds end;
  };

  std::size_t row_of(std::size_t part_of, std::string_view name) {
    const auto known = std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) {
      return row.part_of == part_of && row.total.name == name;
    });
    if (known != rows_.end()) return static_cast<std::size_t>(known - rows_.begin());
    const std::size_t depth = part_of == kNoRow ? 0 : rows_[part_of].total.depth + 1;
    rows_.push_back({part_of, {name, depth, {}, {}, 0}});
    return rows_.size() - 1;
  }

  void append_parts(std::size_t of, std::vector<StageRow>& all) const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].part_of != of) continue;
      all.push_back(rows_[i].total);
      append_parts(i, all);
    }
  }

  std::vector<Row> rows_;
  std::map<unsigned, std::vector<Open>> open_;  ///< By thread, each within the one before.
};

double milliseconds(nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

std::string line(std::string_view name, std::string_view wall, std::string_view cpu,
                 std::string_view count) {
  const std::string text =
      fmt::format("{:<{}}{:>12}{:>12}{:>10}", name, kNameWidth, wall, cpu, count);
  return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

std::string line(std::string_view name, nanoseconds wall, nanoseconds cpu, std::string_view count) {
  return line(name, fmt::format("{:.2f} ms", milliseconds(wall)),
              fmt::format("{:.2f} ms", milliseconds(cpu)), count);
}

nanoseconds duration(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

std::vector<StageRow> stage_rows(const std::vector<ProfileSpan>& spans) {
  StageTree tree;
  for (const ProfileSpan& span : spans) {
    if (span.kind == SpanKind::stage) tree.add(span);
  }
  return tree.rows();
}

ProgramUse program_use(const Profile& profile) {
  constexpr std::size_t kKibibyte = 1024;
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return {profile.elapsed(), duration(usage.ru_utime) + duration(usage.ru_stime),
          static_cast<std::size_t>(usage.ru_maxrss) * kKibibyte};
}

std::string profile_table(const std::vector<StageRow>& rows, const ProgramUse& whole,
                          ProfileCounts counts) {
  const bool shown = counts == ProfileCounts::show;
  std::string table = line("stage", "time", "CPU", shown ? "count" : "");
  for (const StageRow& row : rows) {
    const std::string name = std::string(2 * row.depth, ' ') + std::string(row.name);
    table += line(name, row.wall, row.cpu, shown && row.count > 0 ? std::to_string(row.count) : "");
  }
  constexpr double kMebibyte = 1024.0 * 1024.0;
  table += line("in all", whole.wall, whole.cpu, "");
  const double peak = static_cast<double>(whole.peak_memory) / kMebibyte;
  return table + fmt::format("peak memory: {:.1f} MiB\n", peak);
}

}  // namespace opsg::app
