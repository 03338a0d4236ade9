#include "template_renderer.h"

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace opsg::released {
namespace {

// Each body costs some hundred bytes of stack, so that this fits into the smallest of threads.
constexpr std::size_t kMaxRenderedDepth = 1000;
// A template of 30 lines can ask for 2^30 partials.
constexpr std::size_t kMaxBodies = 2'000'000;
constexpr std::size_t kMaxOutput = std::size_t{256} << 20;
constexpr std::size_t kMaxIndentation = std::size_t{64} << 10;

class Rendering {
 public:
  Rendering(const TemplateProgram& program, const void* view)
      : program_(program), contexts_(program.slots, nullptr) {
    contexts_[0] = view;
    out_.reserve(2 * program.text_size);
  }

  Result<std::string> run() && {
    render_body(program_.root);
    may_go_on();
    if (!failure_.empty()) {
      return failure(fmt::format("template {}: {}", program_.name, failure_));
    }
    out_.shrink_to_fit();  // A site's pages are kept until the last of them is made.
    return std::move(out_);
  }

  void operator()(const TextInstruction& text) {
    if (indent_.empty()) {
      out_ += text.text;
    } else {
      append_indented(text.text, text.starts_line);
    }
  }

  void operator()(const ValueInstruction& instruction) {
    const void* value = find_value(instruction.path);
    if (!value) return;
    NumberText scratch;
    const std::string_view text = instruction.path.type->text(value, scratch);
    if (instruction.escapes) {
      append_escaped(out_, text);
    } else {
      out_ += text;
    }
  }

  void operator()(const SectionInstruction& section) {
    const ViewType& type = *section.path.type;
    const void* value = find_value(section.path);
    const bool truthy = value && type.is_truthy(value);
    if (truthy == section.inverted) return;
    if (!section.slot) {
      render_body(section.body);
    } else if (type.kind() == ViewKind::list) {
      render_list(section, value);
    } else {
      render_in_context(section, value);
    }
  }

  void operator()(const IncludeInstruction& include) {
    if (include.indent) {
      const std::size_t outer = indent_.size();
      indent_ += *include.indent;
      if (include.begins_line) out_ += indent_;
      render_body(include.body);
      indent_.resize(outer);
    } else {
      std::string outer = std::exchange(indent_, std::string());
      render_body(include.body);
      indent_ = std::move(outer);
    }
  }

 private:
  void render_body(BodyId body) {
    if (!may_go_on()) return;
    ++depth_;
    for (const TemplateInstruction& instruction : program_.bodies[body]) {
      std::visit(*this, instruction);
      if (out_.size() > kMaxOutput) break;
    }
    --depth_;
  }

  bool may_go_on() {
    if (!failure_.empty()) return false;
    const bool too_large = ++bodies_ > kMaxBodies || indent_.size() > kMaxIndentation;
    if (depth_ >= kMaxRenderedDepth) {
      failure_ = fmt::format("sections and partials nest more than {} deep", kMaxRenderedDepth);
    } else if (too_large || out_.size() > kMaxOutput) {
      failure_ = "the page grows too large: do partials include each other too often?";
    }
    return failure_.empty();
  }

  const void* find_value(const ValuePath& path) const {
    const void* value = contexts_[path.slot];
    for (const ViewField* field : path.fields) {
      value = field->read(value);
      if (!value) break;
    }
    return value;
  }

  void render_list(const SectionInstruction& section, const void* list) {
    const ViewType& type = *section.path.type;
    const std::size_t size = type.size(list);
    for (std::size_t i = 0; i < size && failure_.empty(); ++i) {
      render_in_context(section, type.at(list, i));
    }
  }

  void render_in_context(const SectionInstruction& section, const void* value) {
    const void* const outer = std::exchange(contexts_[*section.slot], value);
    render_body(section.body);
    contexts_[*section.slot] = outer;
  }

  /// Lines that are blank in the template stay so.
  void append_indented(std::string_view text, bool starts_line) {
    if (text.empty() && starts_line) out_ += indent_;
    while (!text.empty() && out_.size() <= kMaxOutput) {
      const std::string_view line = text.substr(0, text.find('\n') + 1);
      const std::string_view whole = line.empty() ? text : line;
      const bool blank = whole == "\n" || whole == "\r\n";
      if (starts_line && !blank) out_ += indent_;
      out_ += whole;
      text.remove_prefix(whole.size());
      starts_line = true;
    }
  }

  const TemplateProgram& program_;
  std::vector<const void*> contexts_;  ///< By slot.
  std::string out_;
  std::string indent_;
  std::string failure_;
  std::size_t depth_ = 0;
  std::size_t bodies_ = 0;
};

}  // namespace

Result<SafeHtml> TemplateRenderer::render(const TemplateProgram& program, const void* view) {
  auto html = Rendering(program, view).run();
  if (!html) return tl::unexpected(std::move(html.error()));
  return SafeHtml::trusted(*std::move(html), PassKey<TemplateRenderer>());
}

}  // namespace opsg::released
