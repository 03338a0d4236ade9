#include "noninterference.h"

#include <algorithm>
#include <iterator>

#include "build_difference.h"
#include "site_generator.h"

namespace opsg::test {
namespace {

std::vector<std::string> shown_words(const TestBuild& build) {
  std::vector<std::string> words;
  for (const auto& [path, text] : build.files) {
    for (auto& word : identifying_words(text)) words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

/// The places where an (AMBER) could stand: paragraphs, items and headings that have no marking.
std::vector<std::size_t> raisable_lines(const std::vector<std::string>& lines) {
  std::vector<std::size_t> found;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    const bool marked = line.find('(') != std::string::npos || line.find(']') != std::string::npos;
    if (marked || line.empty()) continue;
    const bool block = line.starts_with("Then ") && lines[i - 1].empty();
    if (block || line.starts_with("- Then ") || line.starts_with("## ")) found.push_back(i);
  }
  return found;
}

std::string marked(const std::string& line) {
  if (line.starts_with("## ")) return line + " (AMBER)";
  if (line.starts_with("- ")) return "- (AMBER) " + line.substr(2);
  return "(AMBER) " + line;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (char c : text) {
    if (c == '\n')
      lines.emplace_back();
    else
      lines.back() += c;
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

std::string raise_document(std::string text) {
  const auto label = text.find("classification = \"");
  const auto end = text.find('"', label + 18);
  return text.replace(label + 18, end - label - 18, "amber");
}

void raise_something(SiteFiles& files, Random& random) {
  std::vector<std::string> documents;
  for (const auto& [path, text] : files) {
    if (path.ends_with(".md")) documents.push_back(path);
  }
  std::string& text = files[documents[random.below(static_cast<int>(documents.size()))]];
  std::vector<std::string> lines = lines_of(text);
  const std::vector<std::size_t> places = raisable_lines(lines);
  if (places.empty() || random.one_in(5)) {
    text = raise_document(text);
    return;
  }
  std::string& line = lines[places[random.below(static_cast<int>(places.size()))]];
  line = marked(line);
  text = joined(lines);
}

}  // namespace

std::string difference_between_variants(std::uint64_t seed, const restricted::GateRules& rules) {
  TestRequest request;
  request.rules = rules;
  const TestBuild a = TestSite(generate_site(seed, 2 * seed + 1000)).build(request);
  const TestBuild b = TestSite(generate_site(seed, 2 * seed + 1001)).build(request);
  if (!a.ok()) return "does not build:\n" + a.diagnostics;
  if (!b.ok()) return "does not build:\n" + b.diagnostics;
  return difference_in_files(a, b);
}

std::vector<std::string> newly_public_after_raising_a_label(std::uint64_t seed) {
  Random random(seed);
  SiteFiles files = generate_site(seed, seed + 5000);
  const std::vector<std::string> before = shown_words(TestSite(files).build());
  raise_something(files, random);
  const std::vector<std::string> after = shown_words(TestSite(files).build());
  std::vector<std::string> added;
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(),
                      std::back_inserter(added));
  return added;
}

}  // namespace opsg::test
