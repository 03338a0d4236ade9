#include "template_compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "template_scope.h"
#include "text.h"

namespace opsg::released {
namespace {

constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxNodes = 1'000'000;
constexpr std::size_t kMaxUnits = 10'000;
constexpr std::size_t kMaxIncludeNotes = 4;

/// What overrides the blocks at a place, by name. The outermost override of a name wins.
using Overrides = std::map<std::string, const BlockNode*, std::less<>>;

/// One body for each set of circumstances in which its nodes can mean something else.
using UnitKey = std::tuple<const TemplateNodes*, TemplateScope, const Overrides*>;

/// A step of the way from the page's template to the node that is being compiled: into an included
/// unit, or into a section that reads one context and may enter another.
struct PathStep {
  std::optional<BodyId> unit;
  SourceSpan span;
  const ViewType* read = nullptr;
  const ViewType* entered = nullptr;
};

std::string help_for_non_text(const std::string& name, const ViewType& type) {
  if (type.kind() == ViewKind::object && !type.fields().empty()) {
    const std::string prefix = name == "." ? "" : name + ".";
    return fmt::format("show a part of it: {{{{{}{}}}}}", prefix, type.fields()[0].name);
  }
  return fmt::format("use it as a section: {{{{#{0}}}}} ... {{{{/{0}}}}}", name);
}

class TemplateCompiler {
 public:
  TemplateCompiler(const TemplateSet& set, const ViewType& root, Diagnostics& diagnostics)
      : set_(set),
        diagnostics_(diagnostics),
        scope_(root),
        overrides_(&*known_overrides_.emplace().first),
        slots_{&root} {}

  std::shared_ptr<const TemplateProgram> compile(const TemplateTree& tree);

  void operator()(const TextNode& text);
  void operator()(const VariableNode& variable);
  void operator()(const SectionNode& section);
  void operator()(const PartialNode& partial);
  void operator()(const BlockNode& block);
  void operator()(const ParentNode& parent);

 private:
  TemplateBody compile_nodes(const TemplateNodes& nodes);
  void compile_here(const TemplateNodes& nodes);
  BodyId compile_section_body(const SectionNode& section, const ResolvedName& value,
                              const ViewType* entered);
  void include(const std::string& template_name, const TemplateIndent& indent,
               const SourceSpan& span);
  BodyId compile_unit(const TemplateNodes& nodes, const SourceSpan& span);
  void check_recursion(BodyId unit, const SourceSpan& span);
  bool may_go_deeper(const SourceSpan& span);

  void emit(TemplateInstruction instruction);
  BodyId add_body(TemplateBody body);
  std::optional<ResolvedName> resolve(std::string_view name, const SourceSpan& span);
  ValuePath path_to(ResolvedName value);
  std::size_t slot_of(const ViewType& type);
  void error(std::string_view code, const SourceSpan& span, std::string message, std::string help);

  const TemplateSet& set_;
  Diagnostics& diagnostics_;
  TemplateProgram program_;
  TemplateBody* body_ = nullptr;
  TemplateScope scope_;
  std::set<Overrides> known_overrides_;
  const Overrides* overrides_;  ///< One of the known ones, so that equal ones are one.
  std::vector<const ViewType*> slots_;
  std::map<UnitKey, BodyId> units_;
  std::vector<PathStep> way_;
  std::size_t depth_ = 0;
  std::size_t nodes_ = 0;
  std::set<SourceSpan> reported_;
  bool failed_ = false;
  bool too_large_ = false;
};

std::shared_ptr<const TemplateProgram> TemplateCompiler::compile(const TemplateTree& tree) {
  program_.name = tree.name;
  if (tree.broken) return nullptr;
  program_.root = compile_unit(tree.nodes, SourceSpan{});
  program_.slots = slots_.size();
  if (failed_) return nullptr;
  return std::make_shared<const TemplateProgram>(std::move(program_));
}

TemplateBody TemplateCompiler::compile_nodes(const TemplateNodes& nodes) {
  TemplateBody body;
  TemplateBody* const outer = std::exchange(body_, &body);
  compile_here(nodes);
  body_ = outer;
  return body;
}

void TemplateCompiler::compile_here(const TemplateNodes& nodes) {
  ++depth_;
  nodes_ += nodes.size();
  for (const TemplateNode& node : nodes) std::visit(*this, node.value);
  --depth_;
}

void TemplateCompiler::operator()(const TextNode& text) {
  emit(TextInstruction{text.text, text.starts_line});
}

void TemplateCompiler::operator()(const VariableNode& variable) {
  auto value = resolve(variable.name, variable.span);
  if (!value) return;
  const ViewKind kind = value->type->kind();
  const bool shown = kind == ViewKind::text || kind == ViewKind::number || kind == ViewKind::html;
  if (!shown) {
    error("template-not-text", variable.span,
          fmt::format("`{}` is not text: it is {}", variable.name, type_phrase(*value->type)),
          help_for_non_text(variable.name, *value->type));
  } else if (variable.raw && kind != ViewKind::html) {
    error("template-unescaped-text", variable.span,
          fmt::format("`{}` is {}, not HTML, and must be escaped", variable.name,
                      type_phrase(*value->type)),
          fmt::format("write {{{{{}}}}}", variable.name));
  } else {
    emit(ValueInstruction{path_to(*std::move(value)), kind == ViewKind::text});
  }
}

void TemplateCompiler::operator()(const SectionNode& section) {
  if (!may_go_deeper(section.span)) return;
  auto value = resolve(section.name, section.span);
  if (!value) return;
  // A flag has nothing to show or to enter, so its section stays in the context around it.
  const ViewKind kind = value->type->kind();
  const ViewType* entered = kind == ViewKind::list ? value->type->element() : value->type;
  if (section.inverted || kind == ViewKind::flag) entered = nullptr;

  const BodyId body = compile_section_body(section, *value, entered);
  std::optional<std::size_t> slot;
  if (entered) slot = slot_of(*entered);
  emit(SectionInstruction{path_to(*std::move(value)), section.inverted, slot, body});
}

BodyId TemplateCompiler::compile_section_body(const SectionNode& section, const ResolvedName& value,
                                              const ViewType* entered) {
  const TemplateScope outer = scope_;
  if (entered) scope_ = scope_.entering(*entered);
  // {{#.}} enters the context that it is in, unless that is a list.
  const bool leads_deeper = !value.fields.empty() || value.type->kind() == ViewKind::list;
  way_.push_back({std::nullopt, section.span, leads_deeper ? value.context : nullptr, entered});
  const BodyId body = add_body(compile_nodes(section.body));
  way_.pop_back();
  scope_ = outer;
  return body;
}

void TemplateCompiler::operator()(const PartialNode& partial) {
  include(partial.name, partial.indent, partial.span);
}

void TemplateCompiler::operator()(const ParentNode& parent) {
  Overrides inner = *overrides_;
  for (const BlockNode& block : parent.overrides) inner.try_emplace(block.name, &block);
  const Overrides* const known = &*known_overrides_.insert(std::move(inner)).first;
  const Overrides* const outer = std::exchange(overrides_, known);
  include(parent.name, parent.indent, parent.span);
  overrides_ = outer;
}

void TemplateCompiler::include(const std::string& template_name, const TemplateIndent& indent,
                               const SourceSpan& span) {
  const TemplateTree* tree = set_.find(template_name);
  if (!tree || tree->broken) {
    failed_ = true;  // Loading the set has reported it.
    return;
  }
  if (!may_go_deeper(span)) return;
  emit(IncludeInstruction{compile_unit(tree->nodes, span), indent, false});
}

void TemplateCompiler::operator()(const BlockNode& block) {
  if (!may_go_deeper(block.span)) return;
  const auto found = overrides_->find(block.name);
  if (found == overrides_->end()) return compile_here(block.body);
  const BlockNode& override = *found->second;
  const bool begins_line = block.indent.has_value() && !override.begins_line;
  emit(IncludeInstruction{compile_unit(override.body, block.span), block.indent, begins_line});
}

BodyId TemplateCompiler::compile_unit(const TemplateNodes& nodes, const SourceSpan& span) {
  const auto [unit, is_new] =
      units_.try_emplace(UnitKey{&nodes, scope_, overrides_}, program_.bodies.size());
  const BodyId id = unit->second;
  if (!is_new) {
    check_recursion(id, span);
    return id;
  }
  add_body({});
  way_.push_back({id, span});
  program_.bodies[id] = compile_nodes(nodes);
  way_.pop_back();
  return id;
}

/// A unit that includes itself can only come to an end if some section on the way asks a context
/// that was entered on the way: with every other one, each round is like the round before.
void TemplateCompiler::check_recursion(BodyId unit, const SourceSpan& span) {
  const auto start = std::find_if(way_.begin(), way_.end(),
                                  [&](const PathStep& step) { return step.unit == unit; });
  if (start == way_.end()) return;
  const bool can_end = std::any_of(start, way_.end(), [&](const PathStep& asking) {
    return asking.read && std::any_of(start, way_.end(), [&](const PathStep& entering) {
             return entering.entered == asking.read;
           });
  });
  if (can_end) return;
  error("template-recursion", span, "this includes itself without end",
        "include it only inside a section on a list of the view itself, such as its children");
}

/// Bounds what hostile templates cost: includes multiply, in depth and in number.
bool TemplateCompiler::may_go_deeper(const SourceSpan& span) {
  if (too_large_) return false;
  const bool too_deep = depth_ >= kMaxDepth;
  too_large_ = too_deep || nodes_ > kMaxNodes || units_.size() > kMaxUnits;
  if (!too_large_) return true;
  error("template-recursion", span,
        too_deep ? fmt::format("partials and sections nest more than {} deep", kMaxDepth)
                 : "with all that it includes, the template is too large",
        "include fewer templates from each other");
  return false;
}

void TemplateCompiler::emit(TemplateInstruction instruction) {
  if (const auto* text = std::get_if<TextInstruction>(&instruction)) {
    program_.text_size += text->text.size();
  }
  body_->push_back(std::move(instruction));
}

BodyId TemplateCompiler::add_body(TemplateBody body) {
  program_.bodies.push_back(std::move(body));
  return program_.bodies.size() - 1;
}

std::optional<ResolvedName> TemplateCompiler::resolve(std::string_view name,
                                                      const SourceSpan& span) {
  auto resolved = scope_.resolve(name);
  if (resolved) return *std::move(resolved);
  error("template-unknown-name", span, std::move(resolved.error().message),
        std::move(resolved.error().help));
  return std::nullopt;
}

ValuePath TemplateCompiler::path_to(ResolvedName value) {
  return {slot_of(*value.context), std::move(value.fields), value.type};
}

std::size_t TemplateCompiler::slot_of(const ViewType& type) {
  const auto found = std::find(slots_.begin(), slots_.end(), &type);
  if (found != slots_.end()) return static_cast<std::size_t>(found - slots_.begin());
  slots_.push_back(&type);
  return slots_.size() - 1;
}

/// A place in a partial can be wrong in each context where it is used; it is reported once.
void TemplateCompiler::error(std::string_view code, const SourceSpan& span, std::string message,
                             std::string help) {
  failed_ = true;
  if (!reported_.insert(span).second) return;
  Diagnostic& diagnostic = diagnostics_.error(code, span, std::move(message));
  diagnostic.with_help(std::move(help));
  for (auto step = way_.rbegin(); step != way_.rend(); ++step) {
    if (diagnostic.notes.size() == kMaxIncludeNotes) break;
    const bool included = step->unit && step->span.line != 0;
    if (included) diagnostic.note("included here", step->span);
  }
}

}  // namespace

std::shared_ptr<const TemplateProgram> compile_template(const TemplateSet& set,
                                                        std::string_view name, const ViewType& root,
                                                        Diagnostics& diagnostics) {
  const TemplateTree* tree = set.find(name);
  if (!tree) {
    const auto meant = nearest(name, set.names());
    diagnostics
        .error("template-missing", SourceSpan{set.folder(), 0, 0, 0},
               fmt::format("the theme has no template `{}`", name))
        .with_help(meant ? fmt::format("is `{}` misnamed?", *meant) : "add it to the templates");
    return nullptr;
  }
  return TemplateCompiler(set, root, diagnostics).compile(*tree);
}

}  // namespace opsg::released
