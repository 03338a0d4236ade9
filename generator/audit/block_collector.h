#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "leaf_text.h"
#include "markdown_passages.h"
#include "passages.h"

namespace opsg::audit {

/// Takes the leaf blocks of one document in turn, and files them as cleared or withheld.
class BlockCollector {
 public:
  BlockCollector(const SourceFile& file, const MarkdownScope& scope, FileReading& reading)
      : file_(file), scope_(scope), reading_(reading) {}

  void start(Level level);
  /// A line of the block that was started; `offset`: its place in the file.
  void add_line(std::string_view text, std::uint32_t offset);
  void finish();
  /// Pages show a heading without its number and sponsor as well.
  void finish_heading();

 private:
  void file_block(const std::vector<MappedText>& parts);
  void add_atoms(const std::vector<Word>& whole, const std::vector<MappedText>& parts);
  MappedText shown(const MappedText& part) const;
  bool is_withheld(Level level) const;
  void withhold(PassageKind kind, const MappedText& text);
  using Spans = std::vector<MarkedSpan>;
  Spans withheld_spans(Spans spans) const;
  void withhold_span(std::span<const Word> words, std::size_t first, std::size_t last);
  void clear(std::span<const Word> words, const Spans& secrets);
  void file_side_text(const MappedText& text, PassageKind kind, const Spans& secrets);

  const SourceFile& file_;
  const MarkdownScope& scope_;
  FileReading& reading_;
  MappedText block_;
  Level level_;
  bool joins_ = false;
};

}  // namespace opsg::audit
