#include "rollback_policy.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "file_system.h"
#include "passage_hash.h"
#include "passage_place.h"

namespace opsg::app {
namespace {

constexpr std::string_view kSearchIndex = "pagefind/";

using Hashes = std::vector<std::string>;
/// Document and number.
using ItemKey = std::pair<std::string_view, std::string_view>;

Hashes hashes_of(const std::vector<Passage>& passages) {
  Hashes hashes;
  for (const Passage& passage : passages) hashes.push_back(comparison::passage_hash(passage));
  return hashes;
}

ItemKey item_of(const Passage& passage) {
  return {passage.document, passage.item};
}

/// The texts of all items, as digests of their passages in the order of the text.
std::map<ItemKey, Hashes> item_texts(const std::vector<Passage>& passages, const Hashes& hashes) {
  std::map<ItemKey, Hashes> texts;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (comparison::stands_in_text(passages[i])) texts[item_of(passages[i])].push_back(hashes[i]);
  }
  return texts;
}

/// For each passage of the release whether today does not say it in its place as often.
std::vector<bool> missing_today(const Hashes& release, const Hashes& today) {
  std::unordered_map<std::string_view, std::size_t> open;  // How often today says it.
  for (const std::string& hash : today) ++open[hash];
  std::vector<bool> missing;
  for (const std::string& hash : release) {
    const auto found = open.find(hash);
    const bool is_public = found != open.end() && found->second > 0;
    if (is_public) --found->second;
    missing.push_back(!is_public);
  }
  return missing;
}

/// The items that have all passages of the release, and still another text.
std::set<ItemKey> reordered_items(const std::vector<Passage>& release, const Hashes& hashes,
                                  const std::vector<bool>& missing,
                                  const std::map<ItemKey, Hashes>& today) {
  std::set<ItemKey> reordered;
  for (const auto& [item, text] : item_texts(release, hashes)) {
    const auto found = today.find(item);
    if (found == today.end() || found->second != text) reordered.insert(item);
  }
  for (std::size_t i = 0; i < release.size(); ++i) {
    if (missing[i] && comparison::stands_in_text(release[i])) reordered.erase(item_of(release[i]));
  }
  return reordered;
}

WithdrawnPassages& told_last(const Passage& passage, bool reads_otherwise,
                             std::vector<WithdrawnPassages>& withdrawn) {
  const bool same = !withdrawn.empty() && withdrawn.back().document == passage.document &&
                    withdrawn.back().item == passage.item &&
                    withdrawn.back().reads_otherwise == reads_otherwise;
  if (!same) {
    withdrawn.push_back({passage.document, passage.item, {}, true, 0, reads_otherwise});
  }
  return withdrawn.back();
}

void count(const Passage& passage, std::vector<WithdrawnPassages>& withdrawn) {
  WithdrawnPassages& told = told_last(passage, false, withdrawn);
  ++told.count;
  told.place_known = told.place_known && passage.place_known;
  std::string under = comparison::place_text(passage);
  const bool is_new = !under.empty() && (told.under.empty() || told.under.back() != under);
  if (is_new) told.under.push_back(std::move(under));
}

}  // namespace

std::vector<WithdrawnPassages> withdrawn_passages(const std::vector<Passage>& release,
                                                  const std::vector<Passage>& today) {
  const std::vector<Passage> placed = comparison::with_places(release, today);
  const Hashes hashes = hashes_of(placed), hashes_today = hashes_of(today);
  const std::vector<bool> missing = missing_today(hashes, hashes_today);
  const std::set<ItemKey> reordered =
      reordered_items(placed, hashes, missing, item_texts(today, hashes_today));
  std::vector<WithdrawnPassages> withdrawn;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (missing[i]) {
      count(placed[i], withdrawn);
    } else if (comparison::stands_in_text(placed[i]) && reordered.contains(item_of(placed[i]))) {
      ++told_last(placed[i], true, withdrawn).count;
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
    auto bytes = read_file(folder / entry.path, output::kLargestFile);
    if (!bytes) return tl::unexpected(bytes.error());
    site.files.push_back({entry.path, std::move(*bytes)});
  }
  return site;
}

}  // namespace opsg::app
