#include "publish_journal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>
#include <random>

#include "text.h"

namespace opsg::publishing {
namespace {

constexpr std::string_view kVersionLine = "# opsg-site publishing 1";
constexpr std::string_view kToken = "# token: ";
constexpr std::string_view kStarted = "# started: ";
constexpr std::string_view kRun = "# run: ";
constexpr std::string_view kAudience = "# audience: ";
constexpr std::size_t kHeaderLines = 6;
// Nobody has published so often: there is always a next one.
constexpr std::uint64_t kLastRun = std::numeric_limits<std::uint32_t>::max();
constexpr std::string_view kSettled = "= ";
constexpr std::string_view kAtStake = "? ";

auto first_not_before(const PublishJournal& journal, std::string_view path) {
  return std::lower_bound(
      journal.entries.begin(), journal.entries.end(), path,
      [](const JournalEntry& entry, std::string_view wanted) { return entry.path < wanted; });
}

/// What follows the key; nothing where the line begins otherwise.
std::string_view value_of(std::string_view line, std::string_view key) {
  return line.starts_with(key) ? line.substr(key.size()) : std::string_view();
}

template <class Number>
Number number_of(std::string_view text) {
  Number number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

const JournalEntry* PublishJournal::find(std::string_view path) const {
  const auto at = first_not_before(*this, path);
  return at != entries.end() && at->path == path ? &*at : nullptr;
}

bool PublishJournal::has_folder(std::string_view path) const {
  const std::string prefix = std::string(path) + '/';
  const auto at = first_not_before(*this, prefix);
  return at != entries.end() && at->path.starts_with(prefix);
}

std::string format_journal(const PublishJournal& journal) {
  std::string out = fmt::format("{}\n{}{}\n{}{}\n{}{}\n{}{}\n# files: {}\n", kVersionLine, kToken,
                                journal.token, kStarted, journal.started, kRun, journal.run,
                                kAudience, journal.audience, journal.entries.size());
  for (const JournalEntry& entry : journal.entries) {
    fmt::format_to(std::back_inserter(out), "{}{}\n", entry.at_stake ? kAtStake : kSettled,
                   entry.path);
  }
  return out;
}

std::optional<PublishJournal> parse_journal(std::string_view text) {
  const auto lines = split_lines(text);
  if (lines.size() < kHeaderLines) return std::nullopt;
  PublishJournal journal;
  journal.token = value_of(lines[1], kToken);
  journal.started = number_of<std::int64_t>(value_of(lines[2], kStarted));
  journal.run = number_of<std::uint64_t>(value_of(lines[3], kRun));
  journal.audience = value_of(lines[4], kAudience);
  for (std::size_t i = kHeaderLines; i < lines.size(); ++i) {
    const bool at_stake = lines[i].starts_with(kAtStake);
    journal.entries.push_back(
        {std::string(lines[i].substr(std::min(lines[i].size(), kAtStake.size()))), at_stake});
  }
  // Written anew it must be the same: this checks spelling and count at once.
  const bool sorted =
      std::is_sorted(journal.entries.begin(), journal.entries.end(),
                     [](const JournalEntry& a, const JournalEntry& b) { return a.path < b.path; });
  if (!sorted || journal.run > kLastRun || format_journal(journal) != text) return std::nullopt;
  return journal;
}

std::vector<JournalEntry> join_entries(const std::vector<JournalEntry>& a,
                                       const std::vector<JournalEntry>& b) {
  std::vector<JournalEntry> joined;
  std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(joined),
             [](const JournalEntry& x, const JournalEntry& y) { return x.path < y.path; });
  std::size_t count = 0;
  for (JournalEntry& entry : joined) {
    if (count > 0 && joined[count - 1].path == entry.path) {
      joined[count - 1].at_stake |= entry.at_stake;
    } else if (&joined[count++] != &entry) {
      joined[count - 1] = std::move(entry);
    }
  }
  joined.resize(count);
  return joined;
}

std::string random_token() {
  std::random_device random;
  std::string token;
  for (int i = 0; i < 4; ++i) {
    fmt::format_to(std::back_inserter(token), "{:08x}", static_cast<std::uint32_t>(random()));
  }
  return token;
}

}  // namespace opsg::publishing
