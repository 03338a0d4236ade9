// Runs the published Mustache specification (mustache-spec/, https://github.com/mustache/spec).

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"
#include "json_view.h"
#include "template_renderer.h"
#include "template_support.h"
#include "text.h"

namespace opsg::released {
namespace {

using nlohmann::json;

constexpr std::string_view kPage = "the page itself";

/// The examples in which a name or a partial is missing where it is used. The specification has
/// nothing shown; here each is the error of this code, and the only one.
const std::map<std::string, std::string>& forbidden_examples() {
  static const std::map<std::string, std::string> examples = {
      {"interpolation: Basic Context Miss Interpolation", "template-unknown-name"},
      {"interpolation: Triple Mustache Context Miss Interpolation", "template-unknown-name"},
      {"interpolation: Ampersand Context Miss Interpolation", "template-unknown-name"},
      {"interpolation: Dotted Names - Broken Chains", "template-unknown-name"},
      {"interpolation: Dotted Names - Broken Chain Resolution", "template-unknown-name"},
      {"interpolation: Dotted Names - Context Precedence", "template-unknown-name"},
      {"interpolation: Dotted Names are never single keys", "template-unknown-name"},
      {"inverted: Context", "template-unknown-name"},
      {"inverted: List", "template-unknown-name"},
      {"inverted: Context Misses", "template-unknown-name"},
      {"inverted: Dotted Names - Broken Chains", "template-unknown-name"},
      {"sections: Context Misses", "template-unknown-name"},
      {"sections: Dotted Names - Broken Chains", "template-unknown-name"},
      {"inheritance: Negative Sections", "template-unknown-name"},
      {"partials: Failed Lookup", "template-unknown-partial"},
  };
  return examples;
}

json read_spec(const std::string& file) {
  std::ifstream in("tests/templates/mustache-spec/" + file + ".json");
  return json::parse(in);
}

TemplateTexts texts_of(const json& example) {
  TemplateTexts texts;
  if (example.contains("partials")) texts = example.at("partials").get<TemplateTexts>();
  texts[std::string(kPage)] = example.at("template").get<std::string>();
  return texts;
}

/// The specification shows any text raw; here a view must say that it is HTML. So the fields that
/// an example shows raw are declared to be HTML, by the last part of their name.
std::set<std::string> names_shown_raw(const TemplateTexts& texts) {
  std::set<std::string> names;
  for (const auto& [name, text] : texts) {
    for (const std::string_view opening : {"{{{", "{{&"}) {
      for (auto at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
        const std::string_view rest = std::string_view(text).substr(at + opening.size());
        const std::string_view shown = trim(rest.substr(0, rest.find('}')));
        names.emplace(shown == "." ? shown : split(shown, '.').back());
      }
    }
  }
  return names;
}

std::string outcome(const json& example) {
  const TemplateTexts texts = texts_of(example);
  const json& data = example.at("data");
  const JsonViews views(data, names_shown_raw(texts));
  Diagnostics diagnostics;
  const TemplateSet set = load_templates(texts, diagnostics);
  const auto program = compile_template(set, kPage, views.root(), diagnostics);
  if (diagnostics.has_errors()) {
    std::string codes;
    for (const Diagnostic& finding : diagnostics.items()) codes += finding.code;
    return codes;
  }
  auto html = TemplateRenderer::render(*program, &data);
  return html ? std::move(*html).take() : html.error().message;
}

void run_spec(const std::string& file, std::size_t examples) {
  const json spec = read_spec(file);
  CHECK(spec.at("tests").size() == examples);
  for (const json& example : spec.at("tests")) {
    const std::string name = file + ": " + example.at("name").get<std::string>();
    const auto forbidden = forbidden_examples().find(name);
    const bool allowed = forbidden == forbidden_examples().end();
    DYNAMIC_SECTION(name) {
      INFO(example.at("template").get<std::string>());
      CHECK(outcome(example) ==
            (allowed ? example.at("expected").get<std::string>() : forbidden->second));
    }
  }
}

TEST_CASE("Mustache specification: comments") {
  run_spec("comments", 12);
}
TEST_CASE("Mustache specification: delimiters") {
  run_spec("delimiters", 14);
}
TEST_CASE("Mustache specification: inheritance") {
  run_spec("inheritance", 27);
}
TEST_CASE("Mustache specification: interpolation") {
  run_spec("interpolation", 42);
}
TEST_CASE("Mustache specification: inverted") {
  run_spec("inverted", 22);
}
TEST_CASE("Mustache specification: partials") {
  run_spec("partials", 12);
}
TEST_CASE("Mustache specification: sections") {
  run_spec("sections", 34);
}

}  // namespace
}  // namespace opsg::released
