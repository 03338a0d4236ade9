#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::publishing {

/// A file of the release that is replaced or of the one that replaces it.
struct JournalEntry {
  std::string path;
  bool at_stake = false;  ///< May hold the bytes of either release, half of them, or be gone.
};

/// What stands at a remote place while it lies between two releases: whose files are there, so that
/// whoever comes after a publish that was cut off can tell them from a stranger's, and who is at
/// work. It is served for that time, and harmless: it names what was public and what will be.
struct PublishJournal {
  std::string token;         ///< The publisher's: random, 32 hexadecimal digits.
  std::int64_t started = 0;  ///< Seconds since 1970 UTC, by the publisher's clock.
  std::uint64_t run = 1;     ///< One more than that of the journals that it takes in.
  std::string audience;
  std::vector<JournalEntry> entries;  ///< By path.

  const JournalEntry* find(std::string_view path) const;
  bool has_folder(std::string_view path) const;
};

/// Two names, used in turn: stores that write a file in place would lose the journal of a publish
/// that was cut off if the next one were, while it writes its own.
inline constexpr std::array<std::string_view, 2> kJournalNames = {".opsg-site-publishing",
                                                                  ".opsg-site-publishing-2"};

std::string format_journal(const PublishJournal& journal);

/// Nothing where the text is not exactly what format_journal writes, a cut-off one included.
std::optional<PublishJournal> parse_journal(std::string_view text);

/// Every path of both, each at stake where either has it so.
std::vector<JournalEntry> join_entries(const std::vector<JournalEntry>& a,
                                       const std::vector<JournalEntry>& b);

/// 32 hexadecimal digits from the system's randomness.
std::string random_token();

}  // namespace opsg::publishing
