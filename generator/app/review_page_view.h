#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "diff_result.h"
#include "view_fields.h"

namespace opsg::app {

template <class View>
using ReviewFields = released::ViewFields<View>;

struct ReviewWordsView {
  std::string text;
  bool same = false;
  bool removed = false;
  bool added = false;

  static void describe(ReviewFields<ReviewWordsView>& field) {
    field("text", &ReviewWordsView::text);
    field("same", &ReviewWordsView::same);
    field("removed", &ReviewWordsView::removed);
    field("added", &ReviewWordsView::added);
  }
};

struct ReviewPassageView {
  std::string change;
  std::string sign;
  std::string label;
  std::string kind;
  bool approved = false;
  bool wants_approval = false;
  std::vector<ReviewWordsView> words;
  std::vector<std::string> notes;

  static void describe(ReviewFields<ReviewPassageView>& field) {
    field("change", &ReviewPassageView::change, "new, changed or gone");
    field("sign", &ReviewPassageView::sign, "+, ~ or a minus sign");
    field("label", &ReviewPassageView::label, "Newly public");
    field("kind", &ReviewPassageView::kind, "of the passage: heading");
    field("approved", &ReviewPassageView::approved);
    field("wants_approval", &ReviewPassageView::wants_approval);
    field("words", &ReviewPassageView::words, "a space stands between any two");
    field("notes", &ReviewPassageView::notes, "of its links and of a file's bytes");
  }
};

struct ReviewItemView {
  std::string title;
  std::vector<ReviewPassageView> passages;

  static void describe(ReviewFields<ReviewItemView>& field) {
    field("title", &ReviewItemView::title, "number, title, headings and entry; may be empty");
    field("passages", &ReviewItemView::passages);
  }
};

struct ReviewDocumentView {
  std::string anchor;
  std::string name;
  std::string meeting;
  std::string path;
  bool is_new = false;
  bool is_gone = false;
  bool whole = false;
  bool wants_approval = false;
  std::string count;
  std::size_t newly_public = 0;
  std::size_t changed = 0;
  std::size_t no_longer_public = 0;
  std::vector<ReviewItemView> items;

  static void describe(ReviewFields<ReviewDocumentView>& field) {
    field("anchor", &ReviewDocumentView::anchor);
    field("name", &ReviewDocumentView::name, "Minutes");
    field("meeting", &ReviewDocumentView::meeting, "its code; may be empty");
    field("path", &ReviewDocumentView::path, "meetings/2021-01-25-opsg-41/minutes");
    field("is_new", &ReviewDocumentView::is_new);
    field("is_gone", &ReviewDocumentView::is_gone);
    field("whole", &ReviewDocumentView::whole, "it is new or gone");
    field("wants_approval", &ReviewDocumentView::wants_approval, "as a whole: it has one box");
    field("count", &ReviewDocumentView::count, "12 passages");
    field("newly_public", &ReviewDocumentView::newly_public);
    field("changed", &ReviewDocumentView::changed);
    field("no_longer_public", &ReviewDocumentView::no_longer_public);
    field("items", &ReviewDocumentView::items);
  }
};

struct ReviewFilesView {
  std::string title;
  std::vector<std::string> paths;

  static void describe(ReviewFields<ReviewFilesView>& field) {
    field("title", &ReviewFilesView::title, "3 added");
    field("paths", &ReviewFilesView::paths);
  }
};

/// What the chair is asked to approve.
struct ReviewView {
  std::string title;
  std::string site;
  std::string audience;
  std::string classification;
  std::string request;
  std::string compared;
  std::size_t newly_public = 0;
  std::size_t changed = 0;
  std::size_t no_longer_public = 0;
  std::string counted;
  std::string warning;
  std::vector<ReviewDocumentView> documents;
  std::vector<ReviewFilesView> files;
  std::string file_summary;
  bool has_documents = false;
  bool has_files = false;
  bool needs_approval = false;
  std::string to_sign;
  std::string list_hash;
  std::string command;

  static void describe(ReviewFields<ReviewView>& field) {
    field("title", &ReviewView::title);
    field("site", &ReviewView::site, "the site's title");
    field("audience", &ReviewView::audience);
    field("classification", &ReviewView::classification, "White");
    field("request", &ReviewView::request, "what is being asked");
    field("compared", &ReviewView::compared, "what with");
    field("newly_public", &ReviewView::newly_public);
    field("changed", &ReviewView::changed);
    field("no_longer_public", &ReviewView::no_longer_public);
    field("counted", &ReviewView::counted, "the counts in a sentence");
    field("warning", &ReviewView::warning, "where it quotes what is withdrawn; else empty");
    field("documents", &ReviewView::documents);
    field("files", &ReviewView::files);
    field("file_summary", &ReviewView::file_summary);
    field("has_documents", &ReviewView::has_documents);
    field("has_files", &ReviewView::has_files);
    field("needs_approval", &ReviewView::needs_approval);
    field("to_sign", &ReviewView::to_sign, "what a signature means");
    field("list_hash", &ReviewView::list_hash);
    field("command", &ReviewView::command, "that records the approval");
  }
};

ReviewView make_review_view(const DiffResult& result);

}  // namespace opsg::app
