#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "output_manifest.h"
#include "passage.h"
#include "pipeline.h"
#include "rendered_site.h"
#include "result.h"

namespace opsg::app {

/// Passages of one item of a document that a release shows, and today's site does not.
struct WithdrawnPassages {
  std::string document;            ///< "meetings/2021-01-25-opsg-41/minutes"
  std::string item;                ///< "3.1"; empty outside of items.
  std::vector<std::string> under;  ///< "LSC 5": the entries and the headings in the item.
  bool place_known = true;         ///< False: the release does not tell which they are.
  std::size_t count = 0;
  /// All of them are public, but today the item has others between them, or another order.
  bool reads_otherwise = false;
};

/// What of the release is not public today as it was, in the order of the release. What stands in a
/// text is only where its item reads the same today from its first passage to its last, with the
/// same entries and headings: "Alpha" below "Rejected" is not "Alpha" below "Accepted". Facts,
/// files and the like are where they are public word for word. Nobody can tell a passage that was
/// reworded or moved from one that was withdrawn, so all count. Of an item that reads otherwise,
/// those are told that are not public in these words; where all are, it is told as a whole.
std::vector<WithdrawnPassages> withdrawn_passages(const std::vector<Passage>& release,
                                                  const std::vector<Passage>& today);

/// The file of content/ that the document is made of, where it is labelled today: the level's name,
/// "amber". Empty where there is no such document any more.
std::string label_today(const restricted::LabelledSite& today, const std::string& document);

/// The release's files, without its search index, which is made of its pages and of nothing else.
Result<RenderedSite> read_release(const std::filesystem::path& folder,
                                  const output::Manifest& manifest);

}  // namespace opsg::app
