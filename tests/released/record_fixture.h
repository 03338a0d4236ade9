#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "record.h"
#include "site_toml.h"

namespace opsg::test {

/// A few parties.
extern const std::string_view kPartiesToml;

TomlTable toml(std::string_view text);

/// A site whose records can be read.
struct RecordSite {
  released::SiteConfig config;
  released::Vocabulary vocabulary;

  RecordSite();
};

struct ReadRecord {
  std::string text;
  released::Record record;
  Diagnostics diagnostics;
};

/// Every line of `text` is a line of the source file, from `first_line` on.
Fragment fragment_of(std::string_view text, std::uint32_t first_line = 1);

/// Reads the text as a meeting's `minutes`, in the file `minutes.md`.
ReadRecord read_minutes(std::string_view text);

/// What was found, one thing a line, in the order of the text. docs/records.md says how.
std::string summary(const released::Record& record);

/// All findings as the program prints them, by place.
std::string findings(std::string_view text, Diagnostics diagnostics);
std::string findings(const ReadRecord& read);
std::string findings_of_minutes(std::string_view text);

}  // namespace opsg::test
