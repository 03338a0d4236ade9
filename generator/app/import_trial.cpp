#include "import_trial.h"

#include <algorithm>
#include <map>
#include <string>

#include "gate.h"
#include "headlines_consistency.h"
#include "site.h"

namespace opsg::app {
namespace {

constexpr std::string_view kEmptyLabel = "classification = \"\"";

/// With the most closed label in place of the one that is missing, and without a handling
/// statement, which may contradict it. Lines stay where they are. Nothing of the trial is shown to
/// anybody but who imports.
std::string labelled(std::string text, const Policy& policy) {
  const std::size_t label = text.find(kEmptyLabel);
  if (label == std::string::npos || policy.levels.empty()) return text;
  text.replace(label, kEmptyLabel.size(), "classification = \"" + policy.levels.back().name + "\"");
  const std::size_t handling = text.find("\nhandling = ");
  const std::size_t end_of_facts = text.find("\n+++\n", 1);
  if (handling < end_of_facts) text.insert(handling + 1, "# ");
  return text;
}

/// Files that are there already stay as they are.
void add_bundle(const ImportBundle& bundle, const Policy& policy, SourceTree& tree) {
  for (const FolderFile& file : bundle.files) {
    const std::string path = "content/meetings/" + bundle.slug + "/" + file.name;
    if (tree.find(path)) continue;
    const auto behind = std::find_if(tree.files.begin(), tree.files.end(),
                                     [&](const auto& each) { return each.path.view() > path; });
    tree.files.insert(behind, {SourcePath(path), labelled(file.text, policy)});
  }
}

}  // namespace

void compare_imported(const std::vector<ImportBundle>& bundles, const Policy& policy,
                      SourceTree& tree, Diagnostics& diagnostics) {
  Diagnostics told_by_check;
  for (const ImportBundle& bundle : bundles) add_bundle(bundle, policy, tree);
  const auto site_labelled = restricted::label_sources(tree, {}, told_by_check);
  if (!site_labelled) return;
  const ClearedSources cleared =
      restricted::Gate::clear(*site_labelled, policy.full_clearance(), {}, told_by_check);
  const auto site = released::make_site(cleared, {}, told_by_check);
  if (!site) return;
  for (const ImportBundle& bundle : bundles) {
    for (const released::Meeting& meeting : site->meetings) {
      if (meeting.slug == bundle.slug) released::judge_headlines(meeting, *site, diagnostics);
    }
  }
}

}  // namespace opsg::app
