#include <fmt/format.h>

#include <string_view>
#include <utility>

#include "counted_text.h"
#include "diff_result.h"
#include "passage_place.h"
#include "text.h"
#include "word_difference.h"

namespace opsg::app {
namespace {

using comparison::ChangeKind;
using comparison::DocumentChanges;
using comparison::PassageChange;
using comparison::WordRun;

std::string place_note(const PassageChange& change) {
  if (change.moved()) return " (moved)";
  if (!change.before->place_known) return " (its place until now is not known)";
  const std::string before = comparison::former_place(*change.before, *change.after);
  return before.empty() ? before : fmt::format(" (until now under {})", before);
}

class DiffText {
 public:
  DiffText(const DiffResult& result, LogQuote quote, bool color)
      : result_(result), quote_(quote), color_(color) {}

  std::string take() {
    for (const DocumentChanges& document : result_.passages.documents) add(document);
    return std::move(out_);
  }

 private:
  static constexpr std::string_view kBold = "1", kAdded = "32", kRemoved = "31", kChanged = "33";

  void put(std::string_view style, std::string_view text) {
    if (color_) out_.append("\x1b[").append(style).append("m");
    out_ += printable(text);
    if (color_) out_ += "\x1b[0m";
  }

  void add(const DocumentChanges& document) {
    put(kBold, document.document);
    const bool told = quote_ != LogQuote::nothing && !document.meeting.empty();
    if (told) out_ += " (" + printable(document.meeting) + ")";
    if (document.extent == DocumentChanges::Extent::added) out_ += ": not public until now";
    if (document.extent == DocumentChanges::Extent::removed) out_ += ": no longer public";
    out_ += '\n';
    place_.clear();
    for (const PassageChange& change : document.changes) add(change);
    out_ += '\n';
  }

  void add(const PassageChange& change) {
    add_place(change);
    out_ += "    ";
    switch (change.kind()) {
      case ChangeKind::newly_public:
        put(kAdded, "+ " + quoted(*change.after, quote_ != LogQuote::nothing));
        break;
      case ChangeKind::no_longer_public:
        put(kRemoved, "- " + quoted(*change.before, quote_ == LogQuote::all));
        break;
      case ChangeKind::changed:
        put(kChanged, "~ ");
        add_changed(change);
        break;
    }
    out_ += '\n';
  }

  /// An item's title may be withheld like any text, and so may headings and entries.
  void add_place(const PassageChange& change) {
    const Passage& stands = change.place();
    const bool all = quote_ == LogQuote::all;
    std::string place = stands.item;
    if (all && !place.empty()) place += ' ' + stands.item_title;
    const bool told = all || (quote_ == LogQuote::public_now && change.after);
    const std::string under = told ? comparison::place_text(stands) : std::string();
    if (!under.empty()) place += place.empty() ? under : " \u203a " + under;
    if (place == place_) return;
    place_ = std::move(place);
    if (!place_.empty()) out_ += "  " + printable(place_) + '\n';
  }

  static std::string quoted(const Passage& passage, bool told) {
    return told ? passage.text : "(" + passage.kind + ")";
  }

  void add_changed(const PassageChange& change) {
    if (quote_ != LogQuote::all) {
      out_ += printable(quoted(*change.after, quote_ != LogQuote::nothing));
      if (change.moved()) out_ += place_note(change);
      return;
    }
    bool first = true;
    for (const WordRun& run :
         comparison::word_difference(change.before->text, change.after->text)) {
      if (!first) out_ += ' ';
      first = false;
      if (run.kind == WordRun::Kind::same) out_ += printable(run.text);
      if (run.kind == WordRun::Kind::removed) put(kRemoved, "[-" + run.text + "-]");
      if (run.kind == WordRun::Kind::added) put(kAdded, "{+" + run.text + "+}");
    }
    if (change.before->links != change.after->links) add_links(change);
    if (change.before->sha256 != change.after->sha256) out_ += " (other bytes)";
    out_ += printable(place_note(change));
  }

  void add_links(const PassageChange& change) {
    for (const std::string& link : change.before->links) put(kRemoved, " [-" + link + "-]");
    for (const std::string& link : change.after->links) put(kAdded, " {+" + link + "+}");
  }

  const DiffResult& result_;
  const LogQuote quote_;
  const bool color_;
  std::string place_;
  std::string out_;
};

/// "5 pages added, 3 changed, 1 removed"
std::string page_summary(const comparison::FileComparison& files) {
  return fmt::format(
      "{} added, {} changed, {} removed", counted(comparison::count_pages(files.added), "page"),
      comparison::count_pages(files.changed), comparison::count_pages(files.removed));
}

}  // namespace

std::string diff_summary(const DiffResult& result) {
  const comparison::ChangeCounts counts = result.passages.counts();
  std::string text = result.passages.empty()
                         ? "No passage changes"
                         : fmt::format("{} newly public, {} changed, {} no longer public in {}",
                                       counted(counts.newly_public, "passage"), counts.changed,
                                       counts.no_longer_public,
                                       counted(result.passages.documents.size(), "document"));
  text += "; " + page_summary(result.files);
  if (result.published.empty()) return text + ".\n";
  return fmt::format("{}; {} of {} approved.\n", text,
                     result.published.size() - result.unapproved.size(), result.published.size());
}

std::string diff_text(const DiffResult& result, LogQuote quote, bool color) {
  std::string head = result.first_release
                         ? "Nothing has been published yet: everything is newly public.\n\n"
                         : fmt::format("Compared with {}:\n\n", printable(result.against));
  return head + DiffText(result, quote, color).take() + diff_summary(result);
}

}  // namespace opsg::app
