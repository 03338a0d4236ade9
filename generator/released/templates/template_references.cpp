#include "template_references.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "template_ast.h"
#include "template_set.h"
#include "text.h"

namespace opsg::released {
namespace {

/// What one template mentions, at any depth.
struct References {
  std::vector<const PartialNode*> partials;
  std::vector<const ParentNode*> parents;
  std::set<std::string> blocks;

  void collect(const TemplateNodes& nodes) {
    for (const TemplateNode& node : nodes) std::visit(*this, node.value);
  }
  void operator()(const TextNode&) {}
  void operator()(const VariableNode&) {}
  void operator()(const SectionNode& section) { collect(section.body); }
  void operator()(const PartialNode& partial) { partials.push_back(&partial); }
  void operator()(const BlockNode& block) {
    blocks.insert(block.name);
    collect(block.body);
  }
  void operator()(const ParentNode& parent) {
    parents.push_back(&parent);
    for (const BlockNode& override : parent.overrides) (*this)(override);
  }
};

/// Tags name templates without it, as a rule.
std::string_view without_extension(std::string_view name) {
  return name.ends_with(".html") ? name.substr(0, name.size() - 5) : name;
}

class ReferenceChecker {
 public:
  ReferenceChecker(const TemplateSet& set, Diagnostics& diagnostics)
      : set_(set), diagnostics_(diagnostics) {
    for (const auto& [name, tree] : set.trees()) {
      names_.emplace_back(without_extension(name));
      references_[&tree] = collect(tree);
    }
  }

  void check() {
    for (const auto& [name, tree] : set_.trees()) {
      for (const PartialNode* partial : references_[&tree].partials) check_template(*partial);
      for (const ParentNode* parent : references_[&tree].parents) check_parent(*parent);
    }
  }

 private:
  /// The blocks that a parent can have overridden. Not known where a template is broken.
  struct KnownBlocks {
    std::set<std::string> names;
    bool complete = true;
  };

  static References collect(const TemplateTree& tree) {
    References references;
    references.collect(tree.nodes);
    return references;
  }

  template <class Node>
  bool check_template(const Node& node) {
    if (set_.find(node.name)) return true;
    const auto meant = nearest(without_extension(node.name), names_);
    diagnostics_
        .error("template-unknown-partial", node.span,
               fmt::format("there is no template `{}`", node.name))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : "add it to the theme's templates");
    return false;
  }

  void check_parent(const ParentNode& parent) {
    if (!check_template(parent) || parent.overrides.empty()) return;
    const KnownBlocks& known = blocks_of(*set_.find(parent.name));
    if (!known.complete) return;
    const std::set<std::string> inner = blocks_in_overrides(parent);
    for (const BlockNode& override : parent.overrides) {
      if (known.names.contains(override.name) || inner.contains(override.name)) continue;
      report_unknown_block(override, parent, known);
    }
  }

  /// An override may bring blocks of its own, which another override of the same tag fills.
  static std::set<std::string> blocks_in_overrides(const ParentNode& parent) {
    References references;
    for (const BlockNode& override : parent.overrides) references.collect(override.body);
    return references.blocks;
  }

  const KnownBlocks& blocks_of(const TemplateTree& tree) {
    const auto [known, is_new] = known_blocks_.try_emplace(&tree);
    if (is_new) known->second = find_blocks(tree);
    return known->second;
  }

  KnownBlocks find_blocks(const TemplateTree& root) const {
    KnownBlocks known;
    std::set<const TemplateTree*> seen;
    std::vector<const TemplateTree*> open{&root};
    while (!open.empty()) {
      const TemplateTree* tree = open.back();
      open.pop_back();
      if (!tree || tree->broken) known.complete = false;
      if (!tree || !seen.insert(tree).second) continue;
      const References& references = references_.at(tree);
      known.names.insert(references.blocks.begin(), references.blocks.end());
      for (const auto* partial : references.partials) open.push_back(set_.find(partial->name));
      for (const auto* parent : references.parents) open.push_back(set_.find(parent->name));
    }
    return known;
  }

  void report_unknown_block(const BlockNode& override, const ParentNode& parent,
                            const KnownBlocks& known) {
    const std::vector<std::string> names(known.names.begin(), known.names.end());
    const auto meant = nearest(override.name, names);
    diagnostics_
        .error("template-unknown-block", override.span,
               fmt::format("parent `{}` has no block `{}`", parent.name, override.name))
        .with_help(meant ? fmt::format("did you mean `{}`?", *meant)
                         : "what overrides no block would never be shown");
  }

  const TemplateSet& set_;
  std::vector<std::string> names_;
  Diagnostics& diagnostics_;
  std::map<const TemplateTree*, References> references_;
  std::map<const TemplateTree*, KnownBlocks> known_blocks_;
};

}  // namespace

void check_template_references(const TemplateSet& set, Diagnostics& diagnostics) {
  ReferenceChecker(set, diagnostics).check();
}

std::set<std::string> reachable_templates(const TemplateSet& set,
                                          const std::vector<std::string_view>& roots) {
  std::set<std::string> seen;
  std::vector<const TemplateTree*> open;
  for (const std::string_view root : roots) open.push_back(set.find(root));
  while (!open.empty()) {
    const TemplateTree* tree = open.back();
    open.pop_back();
    if (!tree || !seen.insert(tree->name).second) continue;
    References references;
    references.collect(tree->nodes);
    for (const auto* partial : references.partials) open.push_back(set.find(partial->name));
    for (const auto* parent : references.parents) open.push_back(set.find(parent->name));
  }
  return seen;
}

}  // namespace opsg::released
