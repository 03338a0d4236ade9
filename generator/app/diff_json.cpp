#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "diff_result.h"
#include "json_text.h"

namespace opsg::app {
namespace {

using Json = nlohmann::ordered_json;
using comparison::ChangeKind;
using comparison::DocumentChanges;
using comparison::PassageChange;

std::string_view name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_public:
      return "newly-public";
    case ChangeKind::changed:
      return "changed";
    case ChangeKind::no_longer_public:
      return "no-longer-public";
  }
  return {};
}

std::string_view name_of(DocumentChanges::Extent extent) {
  switch (extent) {
    case DocumentChanges::Extent::added:
      return "added";
    case DocumentChanges::Extent::removed:
      return "removed";
    case DocumentChanges::Extent::part:
      return "part";
  }
  return {};
}

Json text_or_null(const std::string& text, bool told = true) {
  return told && !text.empty() ? Json(text) : Json();
}

/// `told` is false where its text may not be quoted.
Json passage_json(const std::optional<Passage>& passage, bool told) {
  if (!passage || !told) return {};
  return {{"text", passage->text},
          {"links", passage->links},
          {"sha256", text_or_null(passage->sha256)}};
}

/// With where it stood.
Json former_json(const std::optional<Passage>& passage, bool told) {
  Json json = passage_json(passage, told);
  if (json.is_null()) return json;
  json["item"] = text_or_null(passage->item);
  json["item_title"] = text_or_null(passage->item_title);
  json["register"] = text_or_null(passage->register_name);
  json["entry"] = text_or_null(passage->entry);
  json["headings"] = passage->place_known ? Json(passage->headings) : Json();
  return json;
}

class DiffJson {
 public:
  DiffJson(const DiffResult& result, LogQuote quote) : result_(result), quote_(quote) {}

  Json make() const {
    return {{"site", result_.site},
            {"audience", result_.audience},
            {"against", result_.first_release ? Json() : Json(result_.against)},
            {"against_sha256", text_or_null(result_.against_sha256)},
            {"list_hash", result_.list_hash},
            {"counts", counts()},
            {"documents", documents()},
            {"pages",
             {{"added", comparison::count_pages(result_.files.added)},
              {"changed", comparison::count_pages(result_.files.changed)},
              {"removed", comparison::count_pages(result_.files.removed)}}},
            {"files", quote_ == LogQuote::nothing ? Json() : files()}};
  }

 private:
  Json counts() const {
    const comparison::ChangeCounts counts = result_.passages.counts();
    return {{"newly_public", counts.newly_public},
            {"changed", counts.changed},
            {"no_longer_public", counts.no_longer_public},
            {"approved", result_.published.size() - result_.unapproved.size()}};
  }

  /// Paths are made of titles and of the names of files.
  Json files() const {
    const bool all = quote_ == LogQuote::all;
    return {{"added", result_.files.added},
            {"changed", result_.files.changed},
            {"removed", all ? Json(result_.files.removed) : Json()}};
  }

  Json documents() const {
    Json list = Json::array();
    auto open = result_.unapproved.begin();
    for (const DocumentChanges& document : result_.passages.documents) {
      Json changes = Json::array();
      for (const PassageChange& change : document.changes) {
        const bool unapproved = open != result_.unapproved.end() && *open == &change;
        if (unapproved) ++open;
        changes.push_back(change_json(change, unapproved));
      }
      list.push_back({{"document", document.document},
                      {"meeting", text_or_null(document.meeting, quote_ != LogQuote::nothing)},
                      {"extent", name_of(document.extent)},
                      {"changes", std::move(changes)}});
    }
    return list;
  }

  Json change_json(const PassageChange& change, bool unapproved) const {
    const Passage& place = change.place();
    const bool all = quote_ == LogQuote::all;
    // Address and digest are made of the text.
    const bool told = all || (quote_ == LogQuote::public_now && change.after);
    return {{"change", name_of(change.kind())},
            {"item", text_or_null(place.item)},
            {"item_title", text_or_null(place.item_title, all)},
            {"register", text_or_null(place.register_name, told)},
            {"entry", text_or_null(place.entry, told)},
            {"headings", told && place.place_known ? Json(place.headings) : Json()},
            {"kind", place.kind},
            {"moved", change.moved()},
            {"before", former_json(change.before, all)},
            {"after", passage_json(change.after, told)},
            {"url", text_or_null(place.url, told)},
            {"hash", told && change.after ? Json(comparison::approval_hash(change)) : Json()},
            {"approved", change.after ? Json(!unapproved) : Json()}};
  }

  const DiffResult& result_;
  const LogQuote quote_;
};

}  // namespace

std::string diff_json(const DiffResult& result, LogQuote quote) {
  return json_text(DiffJson(result, quote).make());
}

}  // namespace opsg::app
