#include "review_page_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "counted_text.h"
#include "passage_place.h"
#include "text.h"
#include "view_text.h"
#include "word_difference.h"

namespace opsg::app {
namespace {

using comparison::ChangeKind;
using comparison::DocumentChanges;
using comparison::PassageChange;
using comparison::WordRun;
using released::capitalised;

/// "meetings/2021-01-25-opsg-41/minutes" -> "Minutes"; "pages/about" -> "Page: about".
std::string document_name(const std::string& document) {
  const auto parts = split(document, '/');
  const std::string last(parts.back());
  if (parts.size() == 1) return last == "site" ? "The site itself" : capitalised(last);
  if (parts.front() == "pages") return "Page: " + last;
  return last == "meeting" ? "Facts of the meeting" : capitalised(last);
}

std::string joined(const std::vector<std::string>& links) {
  return fmt::format("{}", fmt::join(links, ", "));
}

void add_link_notes(ReviewPassageView& view, const PassageChange& change) {
  static const std::vector<std::string> kNone;
  const auto& before = change.before ? change.before->links : kNone;
  const auto& after = change.after ? change.after->links : kNone;
  if (before == after) {
    if (!after.empty()) view.notes.push_back("Links to " + joined(after));
    return;
  }
  if (!before.empty()) view.notes.push_back("Linked until now to " + joined(before));
  if (!after.empty()) view.notes.push_back("Links now to " + joined(after));
  if (after.empty() && change.after) view.notes.push_back("Links to nothing now.");
}

std::vector<ReviewWordsView> words_of(const PassageChange& change) {
  if (change.kind() != ChangeKind::changed) return {{change.place().text, true, false, false}};
  std::vector<ReviewWordsView> words;
  for (WordRun& run : comparison::word_difference(change.before->text, change.after->text)) {
    words.push_back({std::move(run.text), run.kind == WordRun::Kind::same,
                     run.kind == WordRun::Kind::removed, run.kind == WordRun::Kind::added});
  }
  return words;
}

void add_label(ReviewPassageView& view, ChangeKind kind) {
  switch (kind) {
    case ChangeKind::newly_public:
      view.change = "new", view.sign = "+", view.label = "Newly public";
      break;
    case ChangeKind::changed:
      view.change = "changed", view.sign = "~", view.label = "Changed";
      break;
    case ChangeKind::no_longer_public:
      view.change = "gone", view.sign = "\u2212", view.label = "No longer public";
      break;
  }
}

void add_place_note(ReviewPassageView& view, const PassageChange& change) {
  if (!change.before || !change.after) return;
  if (change.moved()) {
    view.notes.emplace_back(
        "Only its place in the text has changed: read what it stands below now.");
    return;
  }
  if (!change.before->place_known) {
    view.notes.emplace_back("It is not known under which entry and headings it stood until now.");
    return;
  }
  const std::string before = comparison::former_place(*change.before, *change.after);
  if (!before.empty()) view.notes.push_back(fmt::format("Stood until now under {}.", before));
}

ReviewPassageView passage_view(const PassageChange& change, bool wants_approval) {
  ReviewPassageView view;
  add_label(view, change.kind());
  view.kind = change.place().kind;
  view.wants_approval = wants_approval;
  view.approved = change.after && !wants_approval;
  view.words = words_of(change);
  add_link_notes(view, change);
  add_place_note(view, change);
  const bool other_bytes =
      change.before && change.after && change.before->sha256 != change.after->sha256;
  if (other_bytes) view.notes.emplace_back("The file itself has changed: read it as a whole.");
  if (!change.before && !change.after->sha256.empty()) {
    view.notes.emplace_back("A file: read it as a whole.");
  }
  return view;
}

/// "3.1 Reports › LSC 5"
std::string title_of_place(const Passage& place) {
  const std::string item = place.item.empty() ? "" : place.item + ' ' + place.item_title;
  const std::string under = comparison::place_text(place);
  return item.empty() || under.empty() ? item + under : fmt::format("{} \u203a {}", item, under);
}

using Changes = std::unordered_set<const PassageChange*>;

ReviewDocumentView document_view(const DocumentChanges& document, const Changes& unapproved) {
  ReviewDocumentView view;
  view.name = document_name(document.document);
  view.meeting = document.meeting;
  view.path = document.document;
  view.is_new = document.extent == DocumentChanges::Extent::added;
  view.is_gone = document.extent == DocumentChanges::Extent::removed;
  view.whole = view.is_new || view.is_gone;
  view.count = counted(document.changes.size(), "passage");
  view.wants_approval =
      view.is_new && std::all_of(document.changes.begin(), document.changes.end(),
                                 [&](const auto& each) { return unapproved.contains(&each); });
  for (const PassageChange& change : document.changes) {
    std::string place = title_of_place(change.place());
    if (view.items.empty() || view.items.back().title != place) {
      view.items.push_back({std::move(place), {}});
    }
    ReviewPassageView passage = passage_view(change, unapproved.contains(&change));
    if (view.wants_approval) passage.wants_approval = false;
    view.items.back().passages.push_back(std::move(passage));
  }
  const comparison::ChangeCounts counts = comparison::PassageComparison{{document}}.counts();
  view.newly_public = counts.newly_public;
  view.changed = counts.changed;
  view.no_longer_public = counts.no_longer_public;
  return view;
}

void add_documents(ReviewView& view, const DiffResult& result) {
  const Changes unapproved(result.unapproved.begin(), result.unapproved.end());
  for (const DocumentChanges& document : result.passages.documents) {
    view.documents.push_back(document_view(document, unapproved));
    view.documents.back().anchor = fmt::format("document-{}", view.documents.size());
  }
  view.has_documents = !view.documents.empty();
}

void add_files(ReviewView& view, const comparison::FileComparison& files) {
  const auto add = [&](const std::vector<std::string>& paths, std::string_view what) {
    if (paths.empty()) return;
    view.files.push_back({fmt::format("{} {}", counted(paths.size(), "file"), what), paths});
  };
  add(files.added, "added");
  add(files.changed, "changed");
  add(files.removed, "removed");
  view.has_files = !view.files.empty();
  view.file_summary = fmt::format(
      "{} added, {} changed, {} removed.", counted(comparison::count_pages(files.added), "page"),
      comparison::count_pages(files.changed), comparison::count_pages(files.removed));
}

/// Without what the figures above it say.
std::string counted_text(const DiffResult& result) {
  const std::size_t approved = result.published.size() - result.unapproved.size();
  std::string text = fmt::format("In {}. {} would be added, {} would change, {} would go.",
                                 counted(result.passages.documents.size(), "document"),
                                 counted(comparison::count_pages(result.files.added), "page"),
                                 comparison::count_pages(result.files.changed),
                                 comparison::count_pages(result.files.removed));
  if (approved > 0) text += fmt::format(" {} approved already.", counted(approved, "passage"));
  return text;
}

std::string request_of(const DiffResult& result) {
  if (result.passages.empty()) {
    return "No passage that this audience reads would change. There is nothing to approve.";
  }
  if (result.unapproved.empty()) {
    return "Everything that this release would publish has been approved, or was public before.";
  }
  return fmt::format(
      "This is what the next release would change for its readers. Please read it, and say whether "
      "what is marked with a box may go out: {}.",
      counted(result.unapproved.size(), "passage"));
}

std::string compared_with(const DiffResult& result) {
  if (result.first_release) return "Nothing has been published yet: everything is new.";
  return fmt::format("Compared with {}. Items that only moved are left out.", result.against);
}

}  // namespace

ReviewView make_review_view(const DiffResult& result) {
  ReviewView view;
  view.title = "What the next release would change";
  view.site = result.site;
  view.audience = result.audience;
  view.classification = capitalised(result.classification);
  view.request = request_of(result);
  view.compared = compared_with(result);
  const comparison::ChangeCounts counts = result.passages.counts();
  view.newly_public = counts.newly_public;
  view.changed = counts.changed;
  view.no_longer_public = counts.no_longer_public;
  view.counted = counted_text(result);
  if (counts.no_longer_public + counts.changed > 0) {
    view.warning =
        "This report quotes what could be read until now and will not be any more. If it is "
        "withdrawn because it must not be read, keep this report as you keep the records.";
  }
  add_documents(view, result);
  add_files(view, result.files);
  view.needs_approval = !result.unapproved.empty();
  view.to_sign = fmt::format(
      "I have read what this report marks with a box, {}, and it may be published to the "
      "audience \u201c{}\u201d.",
      counted(result.unapproved.size(), "passage"), result.audience);
  view.list_hash = result.list_hash;
  view.command = result.approve_command;
  return view;
}

}  // namespace opsg::app
