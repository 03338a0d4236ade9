#include "link_suggestions.h"

#include <utility>

#include "html_url.h"
#include "markdown_blocks.h"
#include "markdown_tree.h"
#include "relative_path.h"
#include "text.h"

namespace opsg::released {
namespace {

using Texts = std::vector<std::string>;

Texts source_files(const Site& site, std::string_view from) {
  Texts files;
  for (const Record& record : site.records) {
    if (record.complete) files.push_back(relative_path(from, record.path.view()));
  }
  for (const Meeting& meeting : site.meetings) {
    for (const Attachment& file : meeting.attachments) {
      files.push_back(relative_path(from, "content/meetings/" + meeting.slug + '/' + file.file));
    }
  }
  return files;
}

Texts site_pages(const Site& site, const Permalinks& permalinks) {
  Texts pages = {"meetings/", "decisions/", "references/", "parties/", "glossary/", "policy/"};
  for (const Meeting& meeting : site.meetings) pages.push_back(permalinks.meeting(meeting));
  for (const std::size_t page : site.pages) pages.push_back(permalinks.record(site.records[page]));
  for (const Register& reg : site.registers) {
    pages.push_back(permalinks.register_index(reg.definition));
    for (const RegisterEntry& entry : reg.entries) {
      pages.push_back(permalinks.entry(reg.definition, entry));
    }
  }
  return pages;
}

/// The places of a record by the ids that they have on its page.
Texts places_of(const Record& record, const Anchors& anchors) {
  const BlockIds& ids = anchors.of(record);
  Texts places;
  const auto add = [&](const MarkdownNode* block) {
    for (const std::string_view id : ids.of(block)) places.emplace_back(id);
  };
  for (const MarkdownTree& tree : record.trees) for_each_heading(tree.root(), add);
  for (const Entry& entry : record.entries) add(entry.node);
  for (const Decision& decision : record.decisions) add(decision.node);
  return places;
}

/// Ids as links to the record's source have them: without what tells its page's records apart.
Texts without_prefix(Texts places, const Record& record) {
  const std::string prefix = page_anchor(record, "");
  for (std::string& place : places) {
    if (place.starts_with(prefix)) place.erase(0, prefix.size());
  }
  return places;
}

/// The places that a page shows, of all records on it.
Texts places_on(const Site& site, const Anchors& anchors, std::string_view page) {
  Texts places;
  for (const Record& record : site.records) {
    if (page_path(record) != page) continue;
    for (std::string& place : places_of(record, anchors)) places.push_back(std::move(place));
  }
  return places;
}

std::string_view without_anchor(std::string_view written) {
  return written.substr(0, written.find('#'));
}

}  // namespace

/// What stands below the site's root; nothing for a path from the record's own folder.
std::optional<std::string_view> LinkSuggestions::rooted(std::string_view written) const {
  if (const auto own = permalinks_.own_path(written)) return own;
  if (!written.starts_with('/')) return std::nullopt;
  return written.substr(1);
}

std::optional<std::string> LinkSuggestions::page(const SourcePath& from,
                                                 std::string_view written) const {
  const std::string path = percent_decoded(without_anchor(written));
  const auto below_root = rooted(path);
  if (!below_root) return nearest(path, source_files(site_, from.view()));
  auto found = nearest(*below_root, site_pages(site_, permalinks_));
  if (found) found->insert(0, 1, '/');
  return found;
}

std::optional<std::string> LinkSuggestions::place(const SourcePath& from,
                                                  std::string_view written) const {
  const std::string_view before = without_anchor(written);
  const std::string anchor = percent_decoded(written.substr(before.size() + 1));
  auto found = nearest(anchor, places_at(from, percent_decoded(before)));
  if (found) found->insert(0, std::string(before) + '#');
  return found;
}

std::vector<std::string> LinkSuggestions::places_at(const SourcePath& from,
                                                    std::string_view path) const {
  const Anchors& anchors = permalinks_.anchors();
  if (const auto page = rooted(path)) return places_on(site_, anchors, *page);
  const auto source =
      path.empty() ? std::optional(std::string(from.view())) : joined_path(from.view(), path);
  const Record* record = source ? permalinks_.find_record(*source) : nullptr;
  if (record == nullptr) return {};
  return without_prefix(places_of(*record, anchors), *record);
}

}  // namespace opsg::released
