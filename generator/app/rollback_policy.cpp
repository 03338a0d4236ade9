#include "rollback_policy.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "file_system.h"
#include "passage_comparison.h"

namespace opsg::app {
namespace {

constexpr std::string_view kSearchIndex = "pagefind/";
constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;

void count(const Passage& passage, std::vector<WithdrawnPassages>& withdrawn) {
  const bool same_place = !withdrawn.empty() && withdrawn.back().document == passage.document &&
                          withdrawn.back().item == passage.item;
  if (!same_place) withdrawn.push_back({passage.document, passage.item, 0});
  ++withdrawn.back().count;
}

}  // namespace

std::vector<WithdrawnPassages> withdrawn_passages(const std::vector<Passage>& release,
                                                  const std::vector<Passage>& today) {
  std::vector<WithdrawnPassages> withdrawn;
  for (const auto& document : comparison::compare_passages(release, today).documents) {
    for (const comparison::PassageChange& change : document.changes) {
      if (change.before) count(*change.before, withdrawn);
    }
  }
  return withdrawn;
}

std::string label_today(const restricted::LabelledSite& today, const std::string& document) {
  const std::string path = "content/" + document + ".md";
  const auto found = std::find_if(today.documents.begin(), today.documents.end(),
                                  [&](const auto& each) { return each.path.view() == path; });
  return found == today.documents.end() ? std::string() : today.policy[found->label].name;
}

Result<RenderedSite> read_release(const std::filesystem::path& folder,
                                  const output::Manifest& manifest) {
  RenderedSite site{manifest.audience, {}};
  for (const output::ManifestEntry& entry : manifest.files) {
    if (entry.path.starts_with(kSearchIndex)) continue;
    auto bytes = read_file(folder / entry.path, kLargestFile);
    if (!bytes) return tl::unexpected(bytes.error());
    site.files.push_back({entry.path, std::move(*bytes)});
  }
  return site;
}

}  // namespace opsg::app
