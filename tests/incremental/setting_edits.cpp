// Edits of what all documents share: settings, vocabulary, theme, and how the build is asked for.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "edited_site.h"

namespace opsg::test {
namespace {

/// One of two states of a setting; an edit makes it the other.
struct Toggle {
  std::string_view path;
  std::string_view one;
  std::string_view other;
};

constexpr std::string_view kSite = "site.toml";
constexpr std::string_view kParties = "content/parties.toml";
constexpr std::string_view kGlossary = "content/glossary.toml";

void apply(const Toggle& toggle, SiteFiles& files) {
  const auto file = files.find(std::string(toggle.path));
  if (file == files.end()) return;
  std::string& text = file->second;
  // The longer of the two may contain the other.
  const auto [less, more] =
      std::minmax(toggle.one, toggle.other, [](auto a, auto b) { return a.size() < b.size(); });
  if (!replace_first(text, more, less)) replace_first(text, less, more);
}

template <std::size_t N>
void apply_any(const Toggle (&toggles)[N], EditedSite& site, Random& random) {
  apply(random.pick(toggles), site.files);
}

void change_policy(EditedSite& site, Random& random) {
  static constexpr Toggle kToggles[] = {
      {kSite, "people = \"green\"", "people = \"white\""},
      {kSite, "people = \"green\"", "people = \"amber\""},
      {kSite, "[\"TLP:GREEN\"]", "[\"TLP:GREEN\", \"restricted\"]"},
      {kSite, "[\"TLP:AMBER\"]", "[\"TLP:AMBER\", \"service\"]"},
      {kSite, "[\"TLP:CLEAR\", \"clear\"]", "[\"clear\"]"},
      {kSite, "audience = \"parties\"\nhandling", "audience = \"members\"\nhandling"},
      {kSite, "audience = \"members\"\n\n", "audience = \"parties\"\n\n"},
      {kSite, "handling = \"Information can", "handling = \"This information can"},
      {kSite, "[policy]\n", "[policy]\nwithheld_notice = \"There is more.\"\n"},
      {kSite, "drafts = true", "drafts = false"},
      {kSite, "embargoed = true", "embargoed = false"},
      {kSite, "[[policy.levels]]\nname = \"red\"\nother_names = [\"TLP:RED\"]\n", "# no red\n"},
  };
  apply_any(kToggles, site, random);
}

void change_site_facts(EditedSite& site, Random& random) {
  static constexpr Toggle kToggles[] = {
      {kSite, "title = \"Test Committee\"", "title = \"Another Committee\""},
      {kSite, "committee = \"OPSG\"", "committee = \"SECAS\""},
      {kSite, "https://example.org/", "https://example.org/below/"},
      {kSite, "\n[policy]", "\ntime_zone = \"America/New_York\"\n[policy]"},
      {kSite, "\n[policy]", "\nlanguage = \"de\"\n[policy]"},
      {kSite, "\n[policy]", "\nas_of = 2021-06-01\n[policy]"},
      {kSite, "[decisions]", "[warnings]\noff = [\"action-dropped\"]\n\n[decisions]"},
      {kSite, "[decisions]", "[publish]\nheaders_file = true\n\n[decisions]"},
      {kSite, "[decisions]", "[decision]"},
  };
  apply_any(kToggles, site, random);
}

/// What makes a decision, an entry or an action of a text.
void change_registers(EditedSite& site, Random& random) {
  static constexpr Toggle kToggles[] = {
      {kSite, "[\"noted\", ", "["},
      {kSite, "\"endorsed\"]", "\"endorsed\", \"did\"]"},
      {kSite, "id = 'Risk \\d{3}'", "id = 'Risk \\d+'"},
      {kSite, "id = 'Risk \\d{3}'", "id = 'Risk 0\\d{2}'"},
      {kSite, "raised_by = \"ACTION\"\n", "# not raised\n"},
      {kSite, "title = \"Severity\"", "title = \"Gravity\""},
      {kSite, "title = \"Target\"", "title = \"Due\""},
      {kSite, "title = \"Status\", type = \"state\"", "title = \"State\", type = \"state\""},
      {kSite, "name = \"Closed\", closed = true", "name = \"Closed\", closed = false"},
      {kSite, "key = [\"provider\", \"period\"]", "key = [\"provider\"]"},
  };
  apply_any(kToggles, site, random);
}

/// What makes a mention of a word.
void change_references(EditedSite& site, Random& random) {
  static constexpr Toggle kToggles[] = {
      {kSite, "title = \"Modification\"\n",
       "title = \"Modification\"\nlink = \"https://elsewhere.example/{id}\"\n"},
      {kSite, "pattern = '(MP|DP)\\d{3}'", "pattern = '(MP|DP)116'"},
      {kSite, "pattern = '(MP|DP)\\d{3}'", "pattern = '(MP|DP|OPSG_)\\d{2}'"},
      {kSite, "pattern = 'INC\\d{12}'", "pattern = '(INC\\d{12}|risk)'"},
      {kSite, "pattern = 'INC\\d{12}'", "pattern = '(INC\\d{12}|service)'"},
      {kSite, "pattern = 'INC\\d{12}'", "pattern = 'INC\\d{12'"},
  };
  apply_any(kToggles, site, random);
}

void change_vocabulary(EditedSite& site, Random& random) {
  static constexpr Toggle kToggles[] = {
      {kGlossary, "RDP = \"Registration Data Provider\"\n", "# no RDP\n"},
      {kGlossary, "\"Performance Measurement Report\"", "\"Report on Performance\""},
      {kGlossary, "[terms]\n", "[terms]\nDCC = \"Data Company\"\n"},
      {kGlossary, "[terms]\n", "[terms]\nGREAN = \"A word that looks like another\"\n"},
      {kGlossary, "[terms]\n", "[terms"},
      {kParties, "[[party]]\nname = \"SECAS\"\n", "# no SECAS\n"},
      {kParties, "name = \"CSP N\"\n", "name = \"CSP N\"\nalso = [\"service\"]\n"},
      {kParties, "name = \"DCC\"\n", "name = \"DCC\"\ntitle = \"Data Company\"\n"},
      {kParties, "name = \"DCC\"\n", "name = \"AMBRE\"\n\n[[party]]\nname = \"DCC\"\n"},
      {kParties, "name = \"SECAS\"", "name = \"DCC\""},
  };
  apply_any(kToggles, site, random);
}

/// Null where there is none.
released::ThemeFile* any_file(released::ThemeFiles& theme, std::string_view end, Random& random) {
  std::vector<released::ThemeFile*> files;
  for (released::ThemeFile& file : theme.files) {
    if (file.path.ends_with(end)) files.push_back(&file);
  }
  return files.empty() ? nullptr : random.pick(files);
}

void add_text_to(std::string_view end, const std::string& text, EditedSite& site, Random& random) {
  auto theme = std::make_shared<released::ThemeFiles>(*site.theme);
  if (released::ThemeFile* file = any_file(*theme, end, random)) file->bytes += text;
  site.theme = std::move(theme);
}

void change_stylesheet(EditedSite& site, Random& random) {
  add_text_to(".css", fmt::format("/* {} */\n", invented_word(random)), site, random);
}

void change_template(EditedSite& site, Random& random) {
  static const std::vector<std::string> kAdditions = {"\n", "{{! a note }}", "<p>More.</p>\n",
                                                      "{{title}}\n", "{{nothing_such}}\n"};
  add_text_to(".html", random.pick(kAdditions), site, random);
}

/// What the theme says is public, whatever the records say of it.
void quote_record_in_theme(EditedSite& site, Random& random) {
  const std::string* document = any_document(site.files, random);
  const auto at = document ? document->find("Then ") : std::string::npos;
  if (at == std::string::npos) return;
  const std::string line = document->substr(at, document->find('\n', at) - at);
  add_text_to(".css", "/* " + line + " */\n", site, random);
}

void restore_theme(EditedSite& site, Random&) {
  site.theme = std::make_shared<released::ThemeFiles>(plain_theme());
}

void remove_asset(EditedSite& site, Random& random) {
  auto theme = std::make_shared<released::ThemeFiles>(*site.theme);
  const released::ThemeFile* file = any_file(*theme, random.one_in(2) ? ".svg" : ".js", random);
  if (!file) return;
  theme->files.erase(theme->files.begin() + (file - theme->files.data()));
  site.theme = std::move(theme);
}

void move_clock(EditedSite& site, Random& random) {
  static const std::vector<std::string> kTimes = {"2025-01-31T09:00:00Z", "2025-02-01T09:00:00Z",
                                                  "2026-01-01T00:00:00Z", "2026-02-01T08:59:59Z",
                                                  "2027-03-01T00:00:00Z", "2099-06-01T00:00:00Z"};
  site.request.now = random.pick(kTimes);
}

void change_base_url(EditedSite& site, Random& random) {
  static const std::vector<std::optional<std::string>> kUrls = {
      std::nullopt, "http://127.0.0.1:2000/", "https://example.org/", "https://example.net/a/b/"};
  site.request.base_url = random.pick(kUrls);
}

void change_threads(EditedSite& site, Random& random) {
  site.request.jobs = 1 + random.below(3);
}

}  // namespace

std::vector<SiteEdit> setting_edits() {
  return {{"the policy", change_policy},
          {"the site's own facts", change_site_facts},
          {"a register or the decisions", change_registers},
          {"references", change_references},
          {"a party or an acronym", change_vocabulary},
          {"a stylesheet", change_stylesheet},
          {"a template", change_template},
          {"a sentence of a record in the theme", quote_record_in_theme},
          {"the theme as it was", restore_theme},
          {"an asset less", remove_asset},
          {"the clock", move_clock},
          {"--as-of", change_as_of},
          {"--base-url", change_base_url},
          {"--jobs", change_threads}};
}

}  // namespace opsg::test
