#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic.h"
#include "site_config.h"
#include "toml_value.h"

namespace opsg::released {

struct Party {
  std::string name;               ///< "CSP N"
  std::string title;              ///< "Communication Service Provider North"; may be empty.
  std::vector<std::string> also;  ///< "CSPN", "CSP North"
  std::string slug;               ///< "csp-n"
};

/// Something in a text that has a page or a link: a register entry's id, a reference, a meeting.
struct Mention {
  enum class Kind { entry, reference, meeting };
  Kind kind = Kind::reference;
  std::string definition;  ///< The register's or reference's name; empty for a meeting.
  std::string id;          ///< Normalised: one space where white space was, the meeting's code.
  std::size_t begin = 0;   ///< Bytes from the start of the text.
  std::size_t length = 0;
};

/// The words that mean something on this site: ids of registers, references, meeting codes,
/// parties and acronyms, with their patterns compiled. Immutable once made, safe to share.
class Vocabulary {
 public:
  /// `meeting_spellings`: each spelling of a meeting's code -> its code. The committee is a party,
  /// whether parties.toml lists it or not. Nothing on an error: `pattern-invalid`, `party-twice`,
  /// `party-name-invalid` and what a TableReader finds in parties.toml and glossary.toml.
  static std::optional<Vocabulary> make(const SiteConfig& config, const TomlTable& parties,
                                        const TomlTable& glossary,
                                        std::map<std::string, std::string> meeting_spellings,
                                        Diagnostics& diagnostics);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;

  /// Mentions in the text, by place, disjoint: at each place the longest match of all patterns
  /// wins, at word boundaries. A space of an id may be any one white space in the text, also a line
  /// break or a no-break space. Upper and lower case differ.
  std::vector<Mention> find_mentions(std::string_view text) const;

  /// The id that the text starts with, of any register, at a word boundary.
  struct LeadingId {
    const RegisterDefinition* definition;  ///< Borrowed from the vocabulary.
    std::string id;
    std::size_t length;  ///< Bytes of the text.
  };
  std::optional<LeadingId> leading_id(std::string_view text) const;

  /// The register of whose ids one must have been meant, a single slip away, by the text up to its
  /// end or first ':': "OPSG 41/2: ...". Null otherwise.
  const RegisterDefinition* nearly_leading_id(std::string_view text) const;

  /// Null for an unknown name. Names and other names, ignoring case and runs of white space.
  const Party* find_party(std::string_view name) const;
  const std::vector<Party>& parties() const;
  /// Acronym -> expansion.
  const std::map<std::string, std::string>& glossary() const;

 private:
  struct Impl;
  explicit Vocabulary(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace opsg::released
