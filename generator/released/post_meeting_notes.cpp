#include "post_meeting_notes.h"

#include <optional>
#include <string>
#include <string_view>

#include "markdown_walk.h"
#include "text.h"
#include "text_run.h"

namespace opsg::released {
namespace {

/// A text run of a paragraph, or something else in it that holds no text ("code", an image, ...).
struct Leaf {
  const MarkdownNode* node = nullptr;
  std::string text;
  bool is_text = false;
};

struct Bracket {
  std::size_t leaf = 0;
  std::size_t offset = 0;
};

/// An opened note and how many brackets are open, its own included.
struct OpenNote {
  const MarkdownNode* paragraph = nullptr;
  const MarkdownNode* run = nullptr;
  Bracket bracket;
  bool begins_paragraph = false;
  int depth = 0;
};

bool opens_note(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  std::string start = collapse_space(text.substr(0, kLongest));
  for (char& c : start) {
    if (c == '-') c = ' ';
  }
  return starts_with_ignoring_case(start, "[post meeting note");
}

std::vector<Leaf> leaves_of(const MarkdownNode* paragraph) {
  std::vector<Leaf> leaves;
  MarkdownWalk walk(paragraph);
  while (walk.next()) {
    const MarkdownNode* node = walk.node();
    if (!walk.entering() || node->first_child() != nullptr) continue;
    const MarkdownKind type = node->kind();
    if (begins_text_run(node)) {
      leaves.push_back({node, text_run(node), true});
    } else if (type != MarkdownKind::text && type != MarkdownKind::soft_break) {
      leaves.push_back({node, {}, false});
    }
  }
  return leaves;
}

class NoteFinder {
 public:
  explicit NoteFinder(PostMeetingNotes& notes) : notes_(notes) {}

  void paragraph(const MarkdownNode* node) {
    paragraph_ = node;
    leaves_ = leaves_of(node);
    const MarkdownNode* const parent = node->parent();
    const auto pending = pending_.find(parent);
    if (pending != pending_.end()) {
      note_ = pending->second;
      pending_.erase(pending);
    }
    for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf) scan(leaf);
    if (note_ && note_->begins_paragraph) pending_[parent] = *note_;
    note_.reset();
  }

  /// A heading ends whatever was left open before it.
  void heading(const MarkdownNode* node) { pending_.erase(node->parent()); }

 private:
  void scan(std::size_t leaf) {
    const std::string& text = leaves_[leaf].text;
    for (std::size_t i = text.find_first_of("[]"); i != std::string::npos;
         i = text.find_first_of("[]", i + 1)) {
      if (text[i] == '[') {
        open({leaf, i});
      } else if (note_ && --note_->depth == 0) {
        close({leaf, i});
      }
    }
  }

  void open(Bracket bracket) {
    const Leaf& leaf = leaves_[bracket.leaf];
    if (note_ && !opens_note(std::string_view(leaf.text).substr(bracket.offset))) {
      ++note_->depth;
    } else if (opens_note(std::string_view(leaf.text).substr(bracket.offset))) {
      note_ = OpenNote{paragraph_, leaf.node, bracket, bracket.leaf == 0 && bracket.offset == 0, 1};
    }
  }

  void close(Bracket bracket) {
    const Leaf& leaf = leaves_[bracket.leaf];
    const bool ends_paragraph =
        bracket.leaf + 1 == leaves_.size() && bracket.offset + 1 == leaf.text.size();
    const bool one_paragraph = note_->paragraph == paragraph_;
    if (note_->begins_paragraph && ends_paragraph) {
      notes_.first_blocks.insert(note_->paragraph);
      notes_.last_blocks.insert(paragraph_);
      mark(note_->run, note_->bracket.offset, NoteMark::Kind::drop);
      mark(leaf.node, bracket.offset, NoteMark::Kind::drop);
    } else if (one_paragraph && note_->run->parent() == leaf.node->parent()) {
      mark(note_->run, note_->bracket.offset, NoteMark::Kind::begin);
      mark(leaf.node, bracket.offset, NoteMark::Kind::end);
    }
    note_.reset();
  }

  void mark(const MarkdownNode* run, std::size_t offset, NoteMark::Kind kind) {
    notes_.marks[run].push_back({offset, kind});
  }

  PostMeetingNotes& notes_;
  const MarkdownNode* paragraph_ = nullptr;
  std::vector<Leaf> leaves_;
  std::optional<OpenNote> note_;
  std::unordered_map<const MarkdownNode*, OpenNote> pending_;  ///< By the blocks' parent.
};

}  // namespace

void add_post_meeting_notes(const MarkdownNode* root, PostMeetingNotes& notes) {
  NoteFinder finder(notes);
  MarkdownWalk walk(root);
  while (walk.next()) {
    if (!walk.entering()) continue;
    const MarkdownKind type = walk.node()->kind();
    if (type == MarkdownKind::heading) finder.heading(walk.node());
    if (type != MarkdownKind::paragraph) continue;
    finder.paragraph(walk.node());
    walk.skip();
  }
}

}  // namespace opsg::released
