#include "attachment_copies.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "label.h"

namespace opsg::restricted {
namespace {

struct Listed {
  SourcePath path;
  Level label;
  SourceSpan span;  ///< Of the label.
  bool is_forced;   ///< Its meeting is as closed: it could not be listed as more open.
};

/// Files are told apart by their sizes first: most are never read here.
struct BySizeAndBytes {
  bool operator()(std::string_view a, std::string_view b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

/// In the order of the meetings and of their lists, by the files' bytes. Empty files are copies of
/// none.
using Copies = std::map<std::string_view, std::vector<Listed>, BySizeAndBytes>;

void add_listed(const LabelledMeeting& meeting, const TomlTable& entry, const SourceTree& tree,
                const Policy& policy, Copies& copies) {
  const TomlValue* const name = entry.find("file");
  const TomlValue* const label = entry.find(kLabelKey);
  if (!name || !name->string() || !label || !label->string()) return;
  const auto level = policy.find_level(*label->string());
  const std::string path = fmt::format("content/meetings/{}/{}", meeting.slug, *name->string());
  const SourceFile* const file = tree.find(path);
  if (!level || !file || file->bytes.empty()) return;
  copies[file->bytes].push_back({file->path, *level, label->span(), *level == meeting.label});
}

Copies find_copies(const std::vector<LabelledMeeting>& meetings, const SourceTree& tree,
                   const Policy& policy) {
  Copies copies;
  for (const LabelledMeeting& meeting : meetings) {
    const TomlValue* const list = meeting.facts.find("attachments");
    if (!list || !list->array()) continue;
    for (const TomlValue& entry : *list->array()) {
      if (entry.table()) add_listed(meeting, *entry.table(), tree, policy, copies);
    }
  }
  return copies;
}

/// The most closed one of those that could be listed as more open; null where there is none.
const Listed* most_closed(const std::vector<Listed>& copies) {
  const Listed* closed = nullptr;
  for (const Listed& each : copies) {
    if (each.is_forced) continue;
    if (closed == nullptr || closed->label < each.label) closed = &each;
  }
  return closed;
}

std::vector<Listed> more_open_than(Level label, const std::vector<Listed>& copies) {
  std::vector<Listed> open;
  std::copy_if(copies.begin(), copies.end(), std::back_inserter(open),
               [&](const Listed& each) { return each.label < label; });
  return open;
}

/// Told at the most closed one, which its readers may know of.
void report(const Listed& closed, const std::vector<Listed>& open, const Policy& policy,
            Diagnostics& diagnostics) {
  Diagnostic& told =
      diagnostics.error("attachment-label-differs", closed.span,
                        fmt::format("listed as {}, but the same file is listed as {} elsewhere",
                                    policy[closed.label].name, policy[open.front().label].name));
  for (const Listed& each : open) {
    told.note(fmt::format("here it is {}", policy[each.label].name), each.span);
  }
  told.with_help(open.size() == 1 ? "find out which of the two was meant, and list both so"
                                  : "find out which label was meant, and list all of them so");
}

}  // namespace

std::set<SourcePath> check_attachment_copies(const std::vector<LabelledMeeting>& meetings,
                                             const SourceTree& tree, const MarkingContext& context,
                                             Diagnostics& diagnostics) {
  std::set<SourcePath> doubtful;
  if (!context.rules.attachment_bytes) return doubtful;
  for (const auto& [bytes, copies] : find_copies(meetings, tree, context.policy)) {
    const Listed* const closed = most_closed(copies);
    if (closed == nullptr) continue;
    const std::vector<Listed> open = more_open_than(closed->label, copies);
    if (open.empty()) continue;
    report(*closed, open, context.policy, diagnostics);
    for (const Listed& each : open) doubtful.insert(each.path);
  }
  return doubtful;
}

}  // namespace opsg::restricted
