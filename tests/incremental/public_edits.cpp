#include "public_edits.h"

#include <fmt/format.h>

#include <utility>

namespace opsg::test {
namespace {

/// Those of withheld meetings begin with a "w", and papers are withheld.
bool is_public_document(std::string_view path) {
  if (path == "content/pages/about.md") return true;
  return path.starts_with(kMeetings) && path[kMeetings.size()] != 'w' &&
         (path.ends_with("/headlines.md") || path.ends_with("/minutes.md"));
}

std::vector<std::string> public_documents(const SiteFiles& files) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) {
    if (is_public_document(path)) paths.push_back(path);
  }
  return paths;
}

/// "content/meetings/m11/" of each meeting that is public.
std::vector<std::string> public_meetings(const SiteFiles& files) {
  std::vector<std::string> folders;
  for (const std::string& path : paths_of(files, "/headlines.md", kMeetings)) {
    if (is_public_document(path)) folders.push_back(path.substr(0, path.rfind('/') + 1));
  }
  return folders;
}

/// Behind each heading of a public item (withheld ones have numbers of three digits), and in
/// minutes, behind headings that are the same in all variants but for their words.
std::vector<std::size_t> ends_of_headings(const std::string& text) {
  std::vector<std::size_t> ends;
  for (auto at = text.find("\n## "); at != std::string::npos; at = text.find("\n## ", at + 1)) {
    const auto dot = text.find('.', at);
    if (dot != std::string::npos && dot <= at + 6) ends.push_back(text.find('\n', at + 1));
  }
  return ends;
}

void insert_public_block(EditedSite& site, Random& random, const std::string& block) {
  const auto paths = public_documents(site.files);
  if (paths.empty()) return;
  const std::string& path = random.pick(paths);
  std::string& text = site.files.at(path);
  const auto ends = ends_of_headings(text);
  if (ends.empty()) return;
  const bool is_minutes = path.ends_with("/minutes.md");
  text.insert(random.pick(ends), fmt::format("\n\n{}{}\n", is_minutes ? "(WHITE) " : "", block));
}

void add_public_paragraph(EditedSite& site, Random& random) {
  insert_public_block(site, random, invented_sentence(random));
}

void raise_public_action(EditedSite& site, Random& random) {
  insert_public_block(site, random,
                      fmt::format("ACTION OPSG 12/{:02}: SECAS to {}\n\n- Target: 3 May 2022",
                                  10 + random.below(89), invented_sentence(random)));
}

void add_item(EditedSite& site, Random& random) {
  const auto paths = public_documents(site.files);
  if (paths.empty()) return;
  const std::string& path = random.pick(paths);
  const bool is_minutes = path.ends_with("/minutes.md");
  site.files.at(path) +=
      fmt::format("\n## {}. {}\n\n{}{}\n", 20 + random.below(70), invented_word(random),
                  is_minutes ? "(WHITE) " : "", invented_sentence(random));
}

void change_item_title(EditedSite& site, Random& random) {
  const auto paths = public_documents(site.files);
  if (paths.empty()) return;
  std::string& text = site.files.at(random.pick(paths));
  const auto ends = ends_of_headings(text);
  if (!ends.empty()) text.insert(random.pick(ends), " " + invented_word(random));
}

void withhold_document(EditedSite& site, Random& random) {
  const auto paths = public_documents(site.files);
  if (paths.empty()) return;
  std::string& text = site.files.at(random.pick(paths));
  if (!replace_first(text, "\"white\"", "\"amber\""))
    replace_first(text, "\"TLP:CLEAR\"", "\"red\"");
}

void remove_public_document(EditedSite& site, Random& random) {
  const auto paths = public_documents(site.files);
  if (!paths.empty()) site.files.erase(random.pick(paths));
}

void rename_public_meeting(EditedSite& site, Random& random) {
  const auto folders = public_meetings(site.files);
  if (folders.empty()) return;
  const std::string& from = random.pick(folders);
  const std::string to = fmt::format("{}r{}/", kMeetings, invented_word(random));
  for (const std::string& path : paths_of(site.files, "", from)) {
    auto node = site.files.extract(path);
    node.key() = to + path.substr(from.size());
    site.files.insert(std::move(node));
  }
}

void remove_public_meeting(EditedSite& site, Random& random) {
  const auto folders = public_meetings(site.files);
  if (folders.size() < 2) return;
  for (const std::string& path : paths_of(site.files, "", random.pick(folders))) {
    site.files.erase(path);
  }
}

void change_setting(EditedSite& site, Random& random) {
  struct Change {
    std::string_view path, from, to;
  };
  static constexpr Change kChanges[] = {
      {"site.toml", "title = \"Test Committee\"", "title = \"Another Committee\""},
      {"site.toml", "title = \"Another Committee\"", "title = \"Test Committee\""},
      {"site.toml", "\n[policy]", "\nas_of = 2021-06-01\n[policy]"},
      {"site.toml", "\nas_of = 2021-06-01", ""},
      {"site.toml", "\"endorsed\"]", "\"endorsed\", \"did\"]"},
      {"site.toml", "title = \"Modification\"\n",
       "title = \"Modification\"\nlink = \"https://elsewhere.example/{id}\"\n"},
      {"site.toml", "title = \"Status\", type = \"state\"", "title = \"State\", type = \"state\""},
      {"content/glossary.toml", "\"Performance Measurement Report\"", "\"Report on Performance\""},
      {"content/glossary.toml", "[terms]\n", "[terms]\nDCC = \"Data Company\"\n"},
      {"content/parties.toml", "name = \"DCC\"\n", "name = \"DCC\"\ntitle = \"Data Company\"\n"},
  };
  const Change& change = random.pick(kChanges);
  replace_first(site.files.at(std::string(change.path)), change.from, change.to);
}

void change_theme(EditedSite& site, Random& random) {
  auto theme = std::make_shared<released::ThemeFiles>(*site.theme);
  released::ThemeFile& file = random.pick(theme->files);
  if (file.path.ends_with(".css")) file.bytes += "/* " + invented_word(random) + " */\n";
  if (file.path.ends_with(".html")) file.bytes += "<!-- more -->\n";
  site.theme = std::move(theme);
}

void move_clock_before_embargo_ends(EditedSite& site, Random& random) {
  static const std::vector<std::string> kTimes = {"2025-01-31T09:00:00Z", "2026-01-01T00:00:00Z",
                                                  "2027-03-01T00:00:00Z"};
  site.request.now = random.pick(kTimes);
}

}  // namespace

std::vector<SiteEdit> public_edits() {
  return {{"a paragraph more", add_public_paragraph},
          {"an action raised", raise_public_action},
          {"an item more", add_item},
          {"an item's title", change_item_title},
          {"a document withheld", withhold_document},
          {"a document less", remove_public_document},
          {"a page more", add_page},
          {"a meeting's folder", rename_public_meeting},
          {"a meeting less", remove_public_meeting},
          {"a setting", change_setting},
          {"the theme", change_theme},
          {"the clock", move_clock_before_embargo_ends},
          {"--as-of", change_as_of}};
}

}  // namespace opsg::test
