#include "build_difference.h"

#include <fmt/format.h>

#include <algorithm>

namespace opsg::test {
namespace {

std::string difference_in_text(const std::string& what, const std::string& a,
                               const std::string& b) {
  if (a == b) return {};
  const auto [at, unused] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto offset = static_cast<std::size_t>(at - a.begin());
  const std::size_t from = offset < 60 ? 0 : offset - 60;
  return what + " differs:\n" + a.substr(from, 160) + "\n-- and --\n" + b.substr(from, 160);
}

/// What a build tells besides its files and findings, a line each.
std::string told_by(const TestBuild& build) {
  const auto seconds = [](const std::optional<UtcTime>& time) {
    return time ? fmt::format("{}", time->time_since_epoch().count()) : "never";
  };
  return fmt::format("stop {}\nfailure {}\nnext release {}\nnext change {}\nwithheld {}\n",
                     static_cast<int>(build.stop), build.failure, seconds(build.next_release),
                     seconds(build.next_change), build.withheld_documents);
}

}  // namespace

std::string difference_in_files(const TestBuild& a, const TestBuild& b) {
  for (const auto& [path, text] : a.files) {
    const auto other = b.files.find(path);
    if (other == b.files.end()) return path + " is in one output only";
    if (other->second != text) return difference_in_text(path, text, other->second);
  }
  for (const auto& [path, text] : b.files) {
    if (!a.files.contains(path)) return path + " is in one output only";
  }
  return {};
}

std::string difference_between(const TestBuild& a, const TestBuild& b) {
  return difference_in_text("what is told", told_by(a), told_by(b)) +
         difference_in_text("the findings", a.diagnostics, b.diagnostics) +
         difference_in_text("the log", a.log, b.log) +
         difference_in_text("the gate's decisions", a.decisions, b.decisions) +
         difference_in_files(a, b);
}

}  // namespace opsg::test
