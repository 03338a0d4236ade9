#include "site_config.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ascii.h"
#include "base_url.h"
#include "register_config.h"
#include "table_reader.h"
#include "text.h"
#include "warning_codes.h"

namespace opsg::released {
namespace {

const std::array<std::string, 16> kSiteKeys = {"title",    "description", "committee", "base_url",
                                               "language", "time_zone",   "theme",     "as_of",
                                               "policy",   "decisions",   "registers", "references",
                                               "warnings", "search",      "meetings",  "publish"};
const std::array<std::string, 1> kWarningKeys = {"off"};
const std::array<std::string, 1> kSearchKeys = {"engine"};
const std::array<std::string, 1> kDecisionKeys = {"verbs"};
const std::array<std::string, 1> kMeetingKeys = {"standing_items"};
const std::array<std::string, 3> kReferenceKeys = {"title", "pattern", "link"};
constexpr std::string_view kPagefind = "pagefind";
const std::array<std::string, 8> kDefaultVerbs = {
    "noted", "agreed", "approved", "endorsed", "recommended", "requested", "rejected", "deferred"};

bool has_only(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_ascii_letter_or_digit(c) || others.find(c) != std::string_view::npos;
  });
}

/// Reads site.toml's own keys; its parts with many keys have readers of their own.
class SiteConfigReader {
 public:
  SiteConfigReader(const TomlTable& site, const SourcePath& path, Diagnostics& diagnostics)
      : site_(site),
        reader_(site, SourceSpan{path, 0, 0, 0}, diagnostics),
        diagnostics_(diagnostics) {}

  SiteConfig read() {
    reader_.allow_only(kSiteKeys);
    config_.title = reader_.required_text("title");
    config_.description = reader_.text("description");
    config_.committee = collapse_space(reader_.required_text("committee"));
    read_base_url();
    read_language();
    read_time_zone();
    read_theme();
    read_as_of();
    read_verbs();
    read_silenced_warnings();
    read_registers();
    read_references();
    read_search();
    read_standing_items();
    return std::move(config_);
  }

 private:
  Diagnostic& error(std::string_view code, std::string_view key, std::string message) {
    return diagnostics_.error(code, site_.find(key)->span(), std::move(message));
  }

  /// The key's text, or `otherwise` where it is left out.
  std::string text_or(std::string_view key, std::string otherwise) {
    return site_.contains(key) ? reader_.required_text(key) : std::move(otherwise);
  }

  void read_base_url() {
    config_.base_url = reader_.required_text("base_url");
    if (config_.base_url.empty()) return;
    if (!is_base_url(config_.base_url)) {
      error("base-url-invalid", "base_url",
            fmt::format("`{}` is no absolute URL of a site", config_.base_url))
          .with_help(std::string(kBaseUrlHelp));
    }
    if (config_.base_url.back() != '/') config_.base_url += '/';
    config_.declared_url = config_.base_url;
  }

  void read_language() {
    config_.language = text_or("language", config_.language);
    if (has_only(config_.language, "-")) return;
    error("language-invalid", "language", fmt::format("`{}` is no language tag", config_.language))
        .with_help("write one such as `en-GB`");
  }

  void read_time_zone() {
    config_.time_zone = text_or("time_zone", config_.time_zone);
    if (config_.time_zone.empty() || is_known_time_zone(config_.time_zone)) return;
    error("time-zone-unknown", "time_zone", fmt::format("`{}` is no time zone", config_.time_zone))
        .with_help("write a name of the IANA database, such as `Europe/London`");
  }

  void read_theme() {
    config_.theme = text_or("theme", config_.theme);
    const bool upper = ascii_lower(config_.theme) != config_.theme;
    if (!upper && has_only(config_.theme, "-")) return;
    error("theme-name-invalid", "theme", fmt::format("`{}` is no name of a theme", config_.theme))
        .with_help("a theme's name has lower case letters, digits and hyphens");
  }

  void read_as_of() {
    const TomlValue* value = site_.find("as_of");
    if (!value) return;
    if (const Date* date = value->get_if<Date>()) {
      config_.as_of = *date;
    } else {
      reader_.wrong_type(*value, "as_of", "a date such as 2021-02-01");
    }
  }

  void read_verbs() {
    const TomlTable* decisions = reader_.table("decisions");
    if (!decisions) {
      config_.decision_verbs.assign(kDefaultVerbs.begin(), kDefaultVerbs.end());
      return;
    }
    TableReader reader(*decisions, site_.find("decisions")->span(), diagnostics_);
    reader.allow_only(kDecisionKeys);
    for (const std::string& verb : reader.texts("verbs")) add_verb(verb, *decisions);
  }

  void read_silenced_warnings() {
    const TomlTable* warnings = reader_.table("warnings");
    if (!warnings) return;
    TableReader reader(*warnings, site_.find("warnings")->span(), diagnostics_);
    reader.allow_only(kWarningKeys);
    config_.silenced_warnings = reader.texts("off");
    const TomlValue* off = warnings->find("off");
    if (!off || !off->array()) return;
    for (const TomlValue& code : *off->array()) {
      if (code.string()) check_warning(*code.string(), code.span());
    }
  }

  /// A misspelt code would silence nothing, and nobody would know.
  void check_warning(const std::string& code, const SourceSpan& span) {
    const auto known = warning_codes();
    if (std::find(known.begin(), known.end(), code) != known.end()) return;
    const auto meant = nearest(code, known);
    diagnostics_.error("unknown-warning", span, fmt::format("there is no warning `{}`", code))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : "take it out: only warnings can be silenced, errors cannot");
  }

  void add_verb(const std::string& verb, const TomlTable& decisions) {
    if (!verb.empty() && has_only(verb, "-")) {
      config_.decision_verbs.push_back(ascii_lower(verb));
      return;
    }
    diagnostics_
        .error("verb-invalid", decisions.find("verbs")->span(),
               fmt::format("`{}` is not one word", verb))
        .with_help("write a verb as the minutes have it, such as `agreed`");
  }

  void read_registers() {
    if (const TomlTable* registers = reader_.table("registers")) {
      config_.registers = read_register_definitions(*registers, diagnostics_);
    }
  }

  void read_references() {
    const TomlTable* references = reader_.table("references");
    if (!references) return;
    for (const auto& [key, value] : references->entries) {
      if (!value.table()) {
        reader_.wrong_type(value, key.name, "a table");
      } else if (is_good_name(key, diagnostics_)) {
        config_.references.push_back(read_reference(key, *value.table()));
      }
    }
  }

  void read_search() {
    const TomlTable* search = reader_.table("search");
    if (!search) return;
    TableReader reader(*search, site_.find("search")->span(), diagnostics_);
    reader.allow_only(kSearchKeys);
    SearchDefinition definition{reader.required_text("engine"), {}};
    const TomlValue* engine = search->find("engine");
    if (definition.engine.empty() || !engine) return;
    definition.span = engine->span();
    if (definition.engine != kPagefind) {
      diagnostics_
          .error("search-engine-unknown", definition.span,
                 fmt::format("`{}` is no search engine that the program knows", definition.engine))
          .with_help(fmt::format("write `{}`", kPagefind));
    }
    config_.search = std::move(definition);
  }

  void read_standing_items() {
    const TomlTable* meetings = reader_.table("meetings");
    if (!meetings) return;
    TableReader reader(*meetings, site_.find("meetings")->span(), diagnostics_);
    reader.allow_only(kMeetingKeys);
    if (meetings->contains("standing_items")) {
      config_.standing_items = reader.texts("standing_items");
    }
  }

  ReferenceDefinition read_reference(const TomlKey& key, const TomlTable& table) {
    TableReader reader(table, key.span, diagnostics_);
    reader.allow_only(kReferenceKeys);
    ReferenceDefinition definition;
    definition.name = key.name;
    definition.title = reader.required_text("title");
    definition.pattern = reader.required_text("pattern");
    if (const TomlValue* pattern = table.find("pattern")) {
      definition.pattern_span = pattern->span();
    }
    if (const TomlValue* link = table.find("link")) {
      definition.link = read_link(reader, *link);
      definition.link_span = link->span();
    }
    return definition;
  }

  std::string read_link(TableReader& reader, const TomlValue& value) {
    std::string link = reader.required_text("link");
    if (link.empty()) return link;
    const bool is_url = is_http_url(link) && has_only(link, "-._~/%:?#[]@!$&()*+,;={}");
    if (!is_url || link.find("{id}") == std::string::npos) {
      diagnostics_
          .error("link-invalid", value.span(),
                 fmt::format("`{}` is no web address with `{{id}}` in it", link))
          .with_help("write one such as `https://example.org/modifications/{id}`");
    }
    return link;
  }

  const TomlTable& site_;
  TableReader reader_;
  Diagnostics& diagnostics_;
  SiteConfig config_;
};

}  // namespace

const FieldDefinition* RegisterDefinition::find_field(std::string_view title_or_name) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldDefinition& field) {
    return equals_ignoring_case(field.title, title_or_name) ||
           equals_ignoring_case(field.name, title_or_name);
  });
  return found == fields.end() ? nullptr : &*found;
}

const RegisterDefinition* SiteConfig::find_register(std::string_view name) const {
  const auto found = std::find_if(registers.begin(), registers.end(),
                                  [&](const auto& definition) { return definition.name == name; });
  return found == registers.end() ? nullptr : &*found;
}

std::optional<SiteConfig> read_site_config(const TomlTable& site, const SourcePath& path,
                                           Diagnostics& diagnostics) {
  Diagnostics found;
  SiteConfig config = SiteConfigReader(site, path, found).read();
  const bool usable = !found.has_errors();
  diagnostics.append(std::move(found));
  return usable ? std::optional(std::move(config)) : std::nullopt;
}

}  // namespace opsg::released
