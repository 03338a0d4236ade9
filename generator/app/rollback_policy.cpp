#include "rollback_policy.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "file_system.h"
#include "passage_hash.h"
#include "passage_place.h"

namespace opsg::app {
namespace {

constexpr std::string_view kSearchIndex = "pagefind/";
constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;

void count(const Passage& passage, std::vector<WithdrawnPassages>& withdrawn) {
  const bool same_item = !withdrawn.empty() && withdrawn.back().document == passage.document &&
                         withdrawn.back().item == passage.item;
  if (!same_item) withdrawn.push_back({passage.document, passage.item, {}, true, 0});
  WithdrawnPassages& told = withdrawn.back();
  ++told.count;
  told.place_known = told.place_known && passage.place_known;
  std::string under = comparison::place_text(passage);
  const bool is_new = !under.empty() && (told.under.empty() || told.under.back() != under);
  if (is_new) told.under.push_back(std::move(under));
}

}  // namespace

std::vector<WithdrawnPassages> withdrawn_passages(const std::vector<Passage>& release,
                                                  const std::vector<Passage>& today) {
  std::unordered_map<std::string, std::size_t> open;  // How often today says it, by its digest.
  for (const Passage& passage : today) ++open[comparison::passage_hash(passage)];
  std::vector<WithdrawnPassages> withdrawn;
  for (const Passage& passage : comparison::with_places(release, today)) {
    const auto found = open.find(comparison::passage_hash(passage));
    const bool is_public = found != open.end() && found->second > 0;
    is_public ? void(--found->second) : count(passage, withdrawn);
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
