#include "references.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <utility>

#include "natural_order.h"
#include "summary_text.h"
#include "text.h"

namespace opsg::released {
namespace {

/// More than paragraphs have. In a longer one, each mention of another id would repeat all of it.
constexpr std::size_t kMostExcerptBytes = 1500;

struct NaturalOrder {
  bool operator()(std::string_view a, std::string_view b) const { return natural_less(a, b); }
};
using MentionsById = std::map<std::string, std::vector<MentionPlace>, NaturalOrder>;

std::map<std::string, MentionsById> mentions_by_id(const Site& site) {
  std::map<std::string, MentionsById> by_definition;
  for (std::size_t meeting = 0; meeting < site.meetings.size(); ++meeting) {
    for (const std::size_t record : site.meetings[meeting].records) {
      for (const RecordMention& each : site.records[record].mentions) {
        by_definition[each.definition][each.id].push_back(
            {meeting, record, each.item, text_around(*each.text, each.at, kMostExcerptBytes)});
      }
    }
  }
  return by_definition;
}

/// A slug that no other page has; two ids may differ in punctuation alone.
std::string free_slug(std::string_view id, std::set<std::string>& taken) {
  const std::string base = slugify(id);
  std::string slug = base;
  for (int n = 2; !taken.insert(slug).second; ++n) slug = fmt::format("{}-{}", base, n);
  return slug;
}

}  // namespace

std::vector<ReferencePage> index_references(const Site& site) {
  std::map<std::string, MentionsById> by_definition = mentions_by_id(site);
  std::vector<ReferencePage> pages;
  std::set<std::string> taken;
  for (const ReferenceDefinition& definition : site.config.references) {
    for (auto& [id, mentions] : by_definition[definition.name]) {
      ReferencePage page{definition.name, id, free_slug(id, taken), {}, std::move(mentions)};
      if (definition.link) page.link = reference_link(*definition.link, id);
      pages.push_back(std::move(page));
    }
  }
  return pages;
}

std::string reference_link(std::string_view link, std::string_view id) {
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kPlaceholder = "{id}";
  std::string encoded;
  for (const char c : id) {
    encoded += kUnreserved.find(c) != std::string_view::npos
                   ? std::string(1, c)
                   : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  std::string out(link);
  for (auto at = out.find(kPlaceholder); at != std::string::npos;
       at = out.find(kPlaceholder, at + encoded.size())) {
    out.replace(at, kPlaceholder.size(), encoded);
  }
  return out;
}

}  // namespace opsg::released
