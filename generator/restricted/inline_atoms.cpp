#include "inline_atoms.h"

#include <algorithm>
#include <map>

namespace opsg::restricted {
namespace {

constexpr std::string_view kCommentBegin = "<!--";
constexpr std::string_view kCommentEnd = "-->";

std::size_t run_length(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
  return end - at;
}

/// Where runs of a given number of backticks begin, so that no run is looked for twice.
using BacktickRuns = std::map<std::size_t, std::vector<std::size_t>>;

BacktickRuns find_runs(std::string_view text) {
  BacktickRuns runs;
  std::size_t at = 0;
  while ((at = text.find('`', at)) != std::string_view::npos) {
    const std::size_t length = run_length(text, at);
    runs[length].push_back(at);
    at += length;
  }
  return runs;
}

std::string code_literal(std::string_view content) {
  std::string literal(content);
  std::replace(literal.begin(), literal.end(), '\n', ' ');
  const bool blank = literal.find_first_not_of(' ') == std::string::npos;
  if (blank || literal.front() != ' ' || literal.back() != ' ') return literal;
  return literal.substr(1, literal.size() - 2);
}

class AtomFinder {
 public:
  explicit AtomFinder(std::string_view text) : text_(text), runs_(find_runs(text)) {}

  std::vector<InlineAtom> find() {
    while ((at_ = text_.find_first_of("\\`<", at_)) != std::string_view::npos) {
      if (text_[at_] == '\\') {
        at_ += 2;  // A backslash before a letter hides nothing that is looked for here.
      } else if (text_[at_] == '`') {
        take_code();
      } else {
        take_comment();
      }
    }
    return std::move(atoms_);
  }

 private:
  void take_code() {
    const std::size_t length = run_length(text_, at_);
    const std::size_t begin = at_ + length;
    const std::size_t close = next_run(length, begin);
    if (close == std::string_view::npos) {
      at_ = begin;
      return;
    }
    add(close + length, false, code_literal(text_.substr(begin, close - begin)));
  }

  /// A backslash can make the opening run shorter than any run there is.
  std::size_t next_run(std::size_t length, std::size_t from) const {
    const auto same = runs_.find(length);
    if (same == runs_.end()) return std::string_view::npos;
    const auto found = std::lower_bound(same->second.begin(), same->second.end(), from);
    return found == same->second.end() ? std::string_view::npos : *found;
  }

  void take_comment() {
    const bool opens = text_.substr(at_).starts_with(kCommentBegin) && may_close(at_);
    const std::size_t close =
        opens ? text_.find(kCommentEnd, at_ + kCommentBegin.size()) : std::string_view::npos;
    if (close == std::string_view::npos) {
      ++at_;
      return;
    }
    const std::size_t end = close + kCommentEnd.size();
    add(end, true, std::string(text_.substr(at_, end - at_)));
  }

  /// Known without looking for it anew: many openings without an end stay linear.
  bool may_close(std::size_t opening) const {
    return last_close_ != std::string_view::npos && last_close_ >= opening + kCommentBegin.size();
  }

  void add(std::size_t end, bool comment, std::string literal) {
    atoms_.push_back({at_, end, comment, std::move(literal)});
    at_ = end;
  }

  std::string_view text_;
  BacktickRuns runs_;
  const std::size_t last_close_ = text_.rfind(kCommentEnd);
  std::size_t at_ = 0;
  std::vector<InlineAtom> atoms_;
};

}  // namespace

std::vector<InlineAtom> find_inline_atoms(std::string_view text) {
  return AtomFinder(text).find();
}

}  // namespace opsg::restricted
