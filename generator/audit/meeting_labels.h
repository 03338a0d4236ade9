#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read_file.h"
#include "sources.h"
#include "toml_value.h"

namespace opsg::restricted {
class AuditMemo;
}

namespace opsg::audit {

/// What all readings of an audit share. Borrowed.
struct ReadingRun {
  const SourceTree& tree;
  const ReadingScope& scope;
  int jobs = 1;
  restricted::AuditMemo* memo = nullptr;  ///< May be null.
  std::string scope_key;                  ///< Empty where there is no memo.
};

/// What a meeting.toml says of its meeting.
struct MeetingReading {
  const SourceFile* file = nullptr;  ///< Null where the folder has no meeting.toml.
  MeetingLabel label;
  std::optional<TomlTable> facts;        ///< Where the file was read just now.
  std::string key;                       ///< Empty where there is no memo.
  std::shared_ptr<const ReadFile> kept;  ///< Where it was read before.
};

/// What a file's reading depends on besides the file.
struct TreeFacts {
  std::map<std::string, MeetingReading, std::less<>> meetings;  ///< By slug.
  std::vector<std::string> raising_keywords;

  const MeetingReading* meeting_of(std::string_view path) const;
  /// Null outside meetings/; a folder without a meeting.toml is a withheld meeting.
  const MeetingLabel* label_of(std::string_view path) const;
};

/// Reads the meeting.toml of every meeting, by so many threads as the run has.
TreeFacts read_tree_facts(const ReadingRun& run, std::vector<std::string> raising_keywords);

/// Those that site.toml gives its registers, in capitals: a paragraph behind one is an entry's.
std::vector<std::string> read_raising_keywords(const SourceTree& tree);

}  // namespace opsg::audit
