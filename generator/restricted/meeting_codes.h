#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "gate.h"

namespace opsg::restricted {

/// Which meeting a code or another spelling of it names, ignoring case and '_' for a space.
class MeetingCodes {
 public:
  MeetingCodes() = default;
  /// Of meetings whose codes were judged before.
  explicit MeetingCodes(const std::vector<LabelledMeeting>& meetings);

  /// A spelling that another meeting has is reported as `meeting-duplicate` with both places.
  void add(const LabelledMeeting& meeting, Diagnostics& diagnostics);

  /// Null for an unknown code.
  const std::string* find_slug(std::string_view code) const;
  /// The code, as it was written first, nearest to one that is unknown, of meetings labelled at
  /// most `label`: whoever reads of the unknown one may not know of others. Empty where none is
  /// near.
  std::string nearest_code(std::string_view code, Level label) const;

 private:
  struct Known {
    std::string slug;
    std::string code;
    Level label;
    SourceSpan span;
  };

  void add_spelling(const LabelledMeeting& meeting, const TomlValue& value,
                    Diagnostics& diagnostics);

  std::map<std::string, Known, std::less<>> by_code_;
};

}  // namespace opsg::restricted
