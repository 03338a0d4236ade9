#include "party_directory.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "normalised_text.h"
#include "table_reader.h"
#include "text.h"

namespace opsg::released {
namespace {

const std::array<std::string, 1> kFileKeys = {"party"};
const std::array<std::string, 3> kPartyKeys = {"name", "title", "also"};
const std::array<std::string, 1> kGlossaryKeys = {"terms"};

/// What two spellings of one name have in common.
std::string folded(std::string_view name) {
  return ascii_lower(collapse_space(NormalisedText(name).text()));
}

}  // namespace

void PartyDirectory::read(const TomlTable& parties, Diagnostics& diagnostics) {
  TableReader reader(parties, {}, diagnostics);
  reader.allow_only(kFileKeys);
  for (const TomlValue* value : reader.tables("party")) read_party(*value, diagnostics);
}

void PartyDirectory::read_party(const TomlValue& value, Diagnostics& diagnostics) {
  TableReader reader(*value.table(), value.span(), diagnostics);
  reader.allow_only(kPartyKeys);
  Party party;
  party.name = collapse_space(reader.required_text("name"));
  party.title = reader.text("title");
  party.also = reader.texts("also");
  if (party.name.empty()) return;
  const SourceSpan& span = value.table()->find("name")->span();
  if (slugify(party.name).empty()) {
    diagnostics
        .error("party-name-invalid", span,
               fmt::format("`{}` has no letter or digit for a URL", party.name))
        .with_help("give the party a name in Latin letters, and this one in `also`");
    return;
  }
  party.slug = unused_slug(party.name);
  parties_.push_back(std::move(party));
  add_name(parties_.back().name, span, diagnostics);
  for (const std::string& other : parties_.back().also) {
    add_name(other, value.table()->find("also")->span(), diagnostics);
  }
}

void PartyDirectory::add_name(std::string_view name, const SourceSpan& span,
                              Diagnostics& diagnostics) {
  const std::size_t party = parties_.size() - 1;
  const auto [known, added] = by_name_.try_emplace(folded(name), Name{party, span});
  if (added || known->second.party == party) return;
  diagnostics.error("party-twice", span, fmt::format("`{}` names two parties", name))
      .note("the other one is here", known->second.span)
      .with_help("give every party names of its own");
}

void PartyDirectory::add_unless_known(std::string_view name, std::string_view title) {
  if (find(name) || slugify(name).empty()) return;
  parties_.push_back({std::string(name), std::string(title), {}, unused_slug(name)});
  by_name_.try_emplace(folded(name), Name{parties_.size() - 1, {}});
}

std::string PartyDirectory::unused_slug(std::string_view name) {
  std::string slug = slugify(name);
  const std::string wanted = slug;
  for (int number = 2; !slugs_.insert(slug).second; ++number) {
    slug = fmt::format("{}-{}", wanted, number);
  }
  return slug;
}

const Party* PartyDirectory::find(std::string_view name) const {
  const auto found = by_name_.find(folded(name));
  return found == by_name_.end() ? nullptr : &parties_[found->second.party];
}

std::map<std::string, std::string> read_glossary(const TomlTable& glossary,
                                                 Diagnostics& diagnostics) {
  std::map<std::string, std::string> terms;
  TableReader file(glossary, {}, diagnostics);
  file.allow_only(kGlossaryKeys);
  const TomlTable* table = file.table("terms");
  if (!table) return terms;
  TableReader reader(*table, {}, diagnostics);
  for (const auto& [key, value] : table->entries) {
    terms[key.name] = reader.required_text(key.name);
  }
  return terms;
}

}  // namespace opsg::released
