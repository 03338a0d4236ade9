#include "text_edits.h"

#include <algorithm>
#include <string_view>

namespace opsg::restricted {
namespace {

/// Puts a text together and remembers where its parts came from.
class TextAssembler {
 public:
  explicit TextAssembler(const SourceLines& lines) : lines_(lines) {}

  void copy(std::size_t begin, std::size_t end) {
    add(lines_.text().substr(begin, end - begin), begin, 1);
  }
  void insert(std::string_view text, std::size_t source) { add(text, source, 0); }

  Fragment finish(std::uint32_t first_line) {
    Fragment fragment;
    fragment.text = std::move(text_);
    const SourceLines written(fragment.text);
    for (std::uint32_t line = 1; line <= written.count(); ++line) {
      fragment.original_lines.push_back(first_line - 1 + source_line(written.begin(line)));
    }
    return fragment;
  }

 private:
  struct Part {
    std::size_t begin;
    std::size_t source;
    std::size_t step;  ///< 1 where the bytes are the source's, 0 where they are new.
  };

  void add(std::string_view text, std::size_t source, std::size_t step) {
    if (text.empty()) return;
    parts_.push_back({text_.size(), source, step});
    text_ += text;
  }

  std::uint32_t source_line(std::size_t offset) const {
    const auto after =
        std::upper_bound(parts_.begin(), parts_.end(), offset,
                         [](std::size_t wanted, const Part& part) { return wanted < part.begin; });
    const Part& part = *(after - 1);
    return lines_.line_at(part.source + (offset - part.begin) * part.step);
  }

  const SourceLines& lines_;
  std::string text_;
  std::vector<Part> parts_;
};

}  // namespace

Fragment apply_edits(const SourceLines& lines, LineRange range, std::vector<TextEdit> edits,
                     std::uint32_t first_line) {
  std::stable_sort(edits.begin(), edits.end(), [](const TextEdit& a, const TextEdit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  TextAssembler assembler(lines);
  if (lines.count() == 0) return assembler.finish(first_line);
  std::size_t at = lines.begin(range.first);
  for (const TextEdit& edit : edits) {
    if (edit.begin < at) continue;
    assembler.copy(at, edit.begin);
    assembler.insert(edit.text, edit.begin);
    at = edit.end;
  }
  assembler.copy(at, lines.next(range.last));
  return assembler.finish(first_line);
}

}  // namespace opsg::restricted
