#include "references.h"

#include <cmark-gfm.h>
#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "markdown_walk.h"
#include "natural_order.h"
#include "text.h"

namespace opsg::released {
namespace {

struct FoundMention {
  std::string definition;
  std::string id;
  MentionPlace place;
};

std::string row_text(cmark_node* row) {
  std::string text;
  for (cmark_node* cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
    if (!text.empty()) text += " | ";
    text += plain_text(cell);
  }
  return text;
}

/// Goes through a record's blocks and knows which agenda item each of them belongs to.
class MentionReader {
 public:
  MentionReader(const Record& record, const Vocabulary& vocabulary, MentionPlace place)
      : record_(record), vocabulary_(vocabulary), place_(std::move(place)) {
    for (std::size_t i = 0; i < record.items.size(); ++i) items_[record.items[i].heading] = i;
  }

  std::vector<FoundMention> read() {
    for (const MarkdownTree& tree : record_.trees) {
      place_.item = kNoItem;
      for (MarkdownWalk walk(tree.root()); walk.next();) {
        if (walk.entering() && read_block(walk.node())) walk.skip();
      }
    }
    return std::move(found_);
  }

 private:
  /// Whether the node is a block without others in it.
  bool read_block(cmark_node* node) {
    const std::string_view type = cmark_node_get_type_string(node);
    if (const auto item = items_.find(node); item != items_.end()) place_.item = item->second;
    if (type == "heading" || type == "paragraph") {
      read_text(plain_text(node));
    } else if (type == "table_row" || type == "table_header") {
      read_text(row_text(node));
    } else {
      return false;
    }
    return true;
  }

  void read_text(const std::string& text) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const Mention& mention : vocabulary_.find_mentions(text)) {
      if (mention.kind != Mention::Kind::reference) continue;
      if (!seen.emplace(mention.definition, mention.id).second) continue;
      found_.push_back({mention.definition, mention.id, place_});
      found_.back().place.excerpt = text;
    }
  }

  const Record& record_;
  const Vocabulary& vocabulary_;
  std::unordered_map<cmark_node*, std::size_t> items_;
  MentionPlace place_;
  std::vector<FoundMention> found_;
};

std::vector<std::vector<FoundMention>> find_in_records(const Site& site) {
  std::vector<MentionPlace> places;
  for (std::size_t meeting = 0; meeting < site.meetings.size(); ++meeting) {
    for (const std::size_t record : site.meetings[meeting].records) {
      places.push_back({meeting, record, kNoItem, {}});
    }
  }
  std::vector<std::vector<FoundMention>> found(places.size());
  tbb::parallel_for(std::size_t{0}, found.size(), [&](std::size_t i) {
    found[i] = MentionReader(site.records[places[i].record], *site.vocabulary, places[i]).read();
  });
  return found;
}

struct NaturalOrder {
  bool operator()(std::string_view a, std::string_view b) const { return natural_less(a, b); }
};
using MentionsById = std::map<std::string, std::vector<MentionPlace>, NaturalOrder>;

/// A slug that no other page has; two ids may differ in punctuation alone.
std::string free_slug(std::string_view id, std::set<std::string>& taken) {
  const std::string base = slugify(id);
  std::string slug = base;
  for (int n = 2; !taken.insert(slug).second; ++n) slug = fmt::format("{}-{}", base, n);
  return slug;
}

}  // namespace

std::vector<ReferencePage> index_references(const Site& site) {
  std::map<std::string, MentionsById> by_definition;
  for (std::vector<FoundMention>& in_record : find_in_records(site)) {
    for (FoundMention& mention : in_record) {
      by_definition[mention.definition][mention.id].push_back(std::move(mention.place));
    }
  }
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
