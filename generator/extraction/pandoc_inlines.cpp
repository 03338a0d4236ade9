#include "pandoc_inlines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "quoted_text.h"
#include "text.h"

namespace opsg::extraction {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLongestQuote = 80;

std::string quoted(const std::string& text) {
  return quoted_text(text, kLongestQuote);
}

bool has_class(const Json& attributes, std::string_view wanted) {
  const Json& classes = attributes.at(1);
  return std::any_of(classes.begin(), classes.end(), [&](const Json& each) {
    return each.get_ref<const std::string&>() == wanted;
  });
}

/// Inline elements as runs of styled text.
class InlineReader {
 public:
  InlineReader(const SourcePath& name, std::uint32_t line, Diagnostics& diagnostics)
      : name_(name), line_(line), diagnostics_(diagnostics) {}

  std::vector<StyledRun> read(const Json& inlines) {
    read_all(inlines, {}, 0);
    return std::move(runs_);
  }

 private:
  void add(std::string_view text, StyledRun style) {
    style.text = text;
    runs_.push_back(std::move(style));
  }

  void read_all(const Json& inlines, const StyledRun& style, int depth) {
    if (depth > kDeepestPandoc) throw Json::other_error::create(500, "nested too deeply", nullptr);
    for (const Json& each : inlines) read_one(each, style, depth + 1);
  }

  void read_one(const Json& node, const StyledRun& style, int depth) {
    const std::string_view type = type_of(node);
    if (type == "Space" || type == "SoftBreak") return add(" ", style);
    if (type == "LineBreak") return add("\n", style);
    const Json& content = node.at("c");
    if (type == "Str") return add(content.get_ref<const std::string&>(), style);
    if (type == "Span") return read_span(content, style, depth);
    if (type == "Note") return read_note(content, style, depth);
    if (type == "Image") return read_image();
    if (type == "Quoted") return read_quoted(content, style, depth);
    if (type == "Code" || type == "Math" || type == "RawInline") {
      return add(content.at(1).get_ref<const std::string&>(), style);
    }
    StyledRun inner = style;
    if (type == "Strong") inner.bold = true;
    if (type == "Emph") inner.italic = true;
    if (type == "Link") inner.link = content.at(2).at(0).get<std::string>();
    if (inner.link.starts_with('#')) inner.link.clear();  // A place in the same file.
    const bool has_attributes = type == "Link" || type == "Cite";
    read_all(has_attributes ? content.at(1) : content, inner, depth);
  }

  void read_span(const Json& content, const StyledRun& style, int depth) {
    const Json& attributes = content.at(0);
    if (has_class(attributes, "comment-start")) return report_comment(plain_text(content.at(1)));
    if (has_class(attributes, "deletion")) {
      return report_change("read without what a tracked change deletes", plain_text(content.at(1)));
    }
    if (has_class(attributes, "insertion")) {
      report_change("read with what a tracked change inserts", plain_text(content.at(1)));
    }
    read_all(content.at(1), style, depth);
  }

  void read_quoted(const Json& content, const StyledRun& style, int depth) {
    const bool is_single = type_of(content.at(0)) == "SingleQuote";
    add(is_single ? "‘" : "“", style);
    read_all(content.at(1), style, depth);
    add(is_single ? "’" : "”", style);
  }

  void read_note(const Json& blocks, const StyledRun& style, int depth) {
    add(" [Footnote:", style);
    for (const Json& block : blocks) {
      if (type_of(block) != "Para" && type_of(block) != "Plain") continue;
      add(" ", style);
      read_all(block.at("c"), style, depth);
    }
    add("]", style);
  }

  void read_image() {
    diagnostics_.warning("import-picture", place(), "a picture was left out")
        .with_help("say in words what it shows, or make it an attachment");
  }

  std::string plain_text(const Json& inlines) {
    Diagnostics ignored;
    std::string text;
    for (const StyledRun& run : InlineReader(name_, line_, ignored).read(inlines)) text += run.text;
    return text;
  }

  void report_comment(const std::string& text) {
    diagnostics_.warning("import-comment", place(), "a comment was left out: " + quoted(text));
  }

  void report_change(std::string_view what, const std::string& text) {
    if (trim(text).empty()) return;
    diagnostics_.warning("import-tracked-change", place(),
                         fmt::format("{}: {}", what, quoted(text)));
  }

  SourceSpan place() const { return {name_, line_, 1, 0}; }

  const SourcePath& name_;
  std::uint32_t line_;
  Diagnostics& diagnostics_;
  std::vector<StyledRun> runs_;
};

}  // namespace

std::vector<StyledRun> read_inlines(const nlohmann::json& inlines, const SourcePath& name,
                                    std::uint32_t line, Diagnostics& diagnostics) {
  return InlineReader(name, line, diagnostics).read(inlines);
}

}  // namespace opsg::extraction
