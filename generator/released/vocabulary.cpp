#include "vocabulary.h"

#include <utility>

#include "id_patterns.h"
#include "party_directory.h"

namespace opsg::released {

struct Vocabulary::Impl {
  std::vector<RegisterDefinition> registers;
  IdPatterns patterns;
  PartyDirectory parties;
  std::map<std::string, std::string> glossary;

  /// Null where no register has this name.
  const RegisterDefinition* find_register(std::string_view name) const {
    for (const RegisterDefinition& definition : registers) {
      if (definition.name == name) return &definition;
    }
    return nullptr;
  }
};

std::optional<Vocabulary> Vocabulary::make(const SiteConfig& config, const TomlTable& parties,
                                           const TomlTable& glossary,
                                           std::map<std::string, std::string> meeting_spellings,
                                           Diagnostics& diagnostics) {
  Diagnostics found;
  auto patterns = IdPatterns::make(config.registers, config.references, meeting_spellings, found);
  PartyDirectory directory;
  directory.read(parties, found);
  directory.add_unless_known(config.committee, config.title);
  auto terms = read_glossary(glossary, found);
  const bool usable = !found.has_errors();
  diagnostics.append(std::move(found));
  if (!usable) return std::nullopt;
  return Vocabulary(std::make_unique<Impl>(
      Impl{config.registers, std::move(*patterns), std::move(directory), std::move(terms)}));
}

Vocabulary::Vocabulary(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;

std::vector<Mention> Vocabulary::find_mentions(std::string_view text) const {
  return impl_->patterns.find_all(text);
}

std::optional<Vocabulary::LeadingId> Vocabulary::leading_id(std::string_view text) const {
  auto mention = impl_->patterns.find_leading(text);
  if (!mention || mention->kind != Mention::Kind::entry) return std::nullopt;
  return LeadingId{impl_->find_register(mention->definition), std::move(mention->id),
                   mention->length};
}

const RegisterDefinition* Vocabulary::nearly_leading_id(std::string_view text) const {
  const auto index = impl_->patterns.nearly_leading(text);
  return index ? &impl_->registers[*index] : nullptr;
}

const Party* Vocabulary::find_party(std::string_view name) const {
  return impl_->parties.find(name);
}

const std::vector<Party>& Vocabulary::parties() const {
  return impl_->parties.all();
}

const std::map<std::string, std::string>& Vocabulary::glossary() const {
  return impl_->glossary;
}

}  // namespace opsg::released
