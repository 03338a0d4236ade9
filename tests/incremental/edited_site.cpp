#include "edited_site.h"

#include <fmt/format.h>

namespace opsg::test {
namespace {

constexpr std::string_view kMembersSeeAll =
    "[policy.audiences.members]\ndrafts = true\nembargoed = true\n\n";

}  // namespace

EditedSite make_edited_site(std::uint64_t public_seed, std::uint64_t withheld_seed) {
  const TestSite generated(generate_site(public_seed, withheld_seed));
  EditedSite site;
  site.files = generated.files();
  site.theme = std::make_shared<released::ThemeFiles>(plain_theme());
  replace_first(site.files["site.toml"], "[decisions]",
                std::string(kMembersSeeAll) + "[decisions]");
  // Most documents hold it. Without this meeting, it would be a reference.
  add_spelling(site.files.at("content/meetings/m11/meeting.toml"), "MP077");
  return site;
}

std::vector<SiteEdit> all_site_edits() {
  std::vector<SiteEdit> all = record_edits();
  for (const auto& more : {folder_edits(), setting_edits()}) {
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

std::vector<std::string> paths_of(const SiteFiles& files, std::string_view end,
                                  std::string_view begin) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) {
    if (path.ends_with(end) && path.starts_with(begin)) paths.push_back(path);
  }
  return paths;
}

std::string* any_document(SiteFiles& files, Random& random) {
  const auto paths = paths_of(files, ".md");
  return paths.empty() ? nullptr : &files[random.pick(paths)];
}

void add_page(EditedSite& site, Random& random) {
  site.files[fmt::format("content/pages/{}.md", invented_word(random))] = fmt::format(
      "+++\nclassification = \"white\"\nstatus = \"final\"\ntitle = \"{}\"\n+++\n\n{}\n",
      invented_word(random), invented_sentence(random));
}

void change_as_of(EditedSite& site, Random& random) {
  static const std::vector<std::optional<std::string>> kDays = {std::nullopt, "2021-02-01",
                                                                "2022-06-30", "2031-01-01"};
  site.request.as_of = random.pick(kDays);
}

void add_spelling(std::string& facts, std::string_view spelling) {
  const std::string quoted = fmt::format("\"{}\"", spelling);
  if (replace_first(facts, "\nalso = [", fmt::format("\nalso = [{}, ", quoted))) return;
  replace_first(facts, "\nkind = ", fmt::format("\nalso = [{}]\nkind = ", quoted));
}

bool replace_first(std::string& text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  if (at == std::string::npos) return false;
  text.replace(at, from.size(), to);
  return true;
}

}  // namespace opsg::test
