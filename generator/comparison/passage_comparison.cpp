#include "passage_comparison.h"

#include <algorithm>
#include <iterator>
#include <list>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "document_alignment.h"
#include "passage_hash.h"
#include "passage_place.h"

namespace opsg::comparison {
namespace {

struct Document {
  std::vector<const Passage*> before;
  std::vector<const Passage*> after;
};

/// The documents of both sites, in the order of the later one; one that is gone stands behind the
/// document that it stood behind.
class Documents {
 public:
  Documents(const std::vector<Passage>& before, const std::vector<Passage>& after) {
    for (const Passage& passage : after)
      at(passage, order_.end())->second.after.push_back(&passage);
    auto behind = order_.begin();
    for (const Passage& passage : before) {
      const auto document = at(passage, behind);
      document->second.before.push_back(&passage);
      behind = std::next(document);
    }
  }

  const std::list<std::pair<std::string_view, Document>>& in_order() const { return order_; }

 private:
  using Order = std::list<std::pair<std::string_view, Document>>;

  Order::iterator at(const Passage& passage, Order::iterator place) {
    const auto known = places_.find(passage.document);
    if (known != places_.end()) return known->second;
    const auto added = order_.insert(place, {passage.document, {}});
    places_.emplace(passage.document, added);
    return added;
  }

  Order order_;
  std::unordered_map<std::string_view, Order::iterator> places_;
};

bool says_the_same(const Passage* a, const Passage* b) {
  return a->item == b->item && stands_under_the_same(*a, *b) && a->kind == b->kind &&
         a->text == b->text && a->links == b->links && a->sha256 == b->sha256;
}

/// The texts of a document's items: what in them is read in order.
class ItemTexts {
 public:
  explicit ItemTexts(const std::vector<const Passage*>& passages) {
    for (const Passage* passage : passages) {
      if (!stands_in_text(*passage)) continue;
      Text& text = texts_[passage->item];
      if (!text.passages.empty()) behind_.emplace(passage, text.passages.back());
      text.passages.push_back(passage);
    }
  }

  /// Of the item that the passage is of.
  const std::string& hash_of_text(const Passage& passage) {
    Text& text = texts_[passage.item];
    if (text.hash.empty()) text.hash = text_hash(text.passages);
    return text.hash;
  }

  /// Of what the passage of the document stands behind; empty where there is nothing.
  std::string hash_behind(const Passage* passage) const {
    const auto found = behind_.find(passage);
    return found == behind_.end() ? std::string() : passage_hash(*found->second);
  }

 private:
  struct Text {
    std::vector<const Passage*> passages;
    std::string hash;  ///< Made when it is asked for.
  };

  std::unordered_map<std::string_view, Text> texts_;
  std::unordered_map<const Passage*, const Passage*> behind_;
};

DocumentChanges changes_of(std::string_view name, const Document& document) {
  using Extent = DocumentChanges::Extent;
  DocumentChanges changes;
  changes.document = name;
  changes.extent = document.before.empty()  ? Extent::added
                   : document.after.empty() ? Extent::removed
                                            : Extent::part;
  const Passage& first =
      document.after.empty() ? *document.before.front() : *document.after.front();
  changes.meeting = first.meeting;
  ItemTexts texts(document.after);
  for (const AlignedChange& change : align_document(document.before, document.after)) {
    PassageChange told;
    if (change.before) told.before = *document.before[*change.before];
    if (change.after) told.after = *document.after[*change.after];
    if (change.after) told.behind = texts.hash_behind(document.after[*change.after]);
    if (change.moved) told.new_order = texts.hash_of_text(*told.after);
    changes.changes.push_back(std::move(told));
  }
  return changes;
}

PassageComparison compare_placed(const std::vector<Passage>& before,
                                 const std::vector<Passage>& after) {
  PassageComparison comparison;
  const Documents documents(before, after);
  for (const auto& [name, document] : documents.in_order()) {
    const bool same = std::equal(document.before.begin(), document.before.end(),
                                 document.after.begin(), document.after.end(), says_the_same);
    if (same) continue;
    DocumentChanges changes = changes_of(name, document);
    if (!changes.changes.empty()) comparison.documents.push_back(std::move(changes));
  }
  return comparison;
}

}  // namespace

ChangeKind PassageChange::kind() const {
  if (!before) return ChangeKind::newly_public;
  return after ? ChangeKind::changed : ChangeKind::no_longer_public;
}

ChangeCounts PassageComparison::counts() const {
  ChangeCounts counts;
  for (const DocumentChanges& document : documents) {
    for (const PassageChange& change : document.changes) {
      const ChangeKind kind = change.kind();
      ++(kind == ChangeKind::newly_public ? counts.newly_public
         : kind == ChangeKind::changed    ? counts.changed
                                          : counts.no_longer_public);
    }
  }
  return counts;
}

PassageComparison compare_passages(const std::vector<Passage>& before,
                                   const std::vector<Passage>& after) {
  const bool all_known = std::all_of(before.begin(), before.end(),
                                     [](const Passage& passage) { return passage.place_known; });
  return all_known ? compare_placed(before, after)
                   : compare_placed(with_places(before, after), after);
}

}  // namespace opsg::comparison
