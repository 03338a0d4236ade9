#include <string>
#include <utility>
#include <vector>

#include "catch2.h"
#include "cmark_parser.h"
#include "portion_probe.h"
#include "random_document.h"

namespace opsg::restricted {
namespace {

constexpr std::uint32_t kSeeds = 250;

/// What a reader sees of the Markdown, with every list loose.
std::string html_of(const std::string& markdown) {
  const ParserMemory memory;
  cmark_node* document = parse_with_cmark(markdown, needed_extensions(markdown), memory);
  cmark_iter* iterator = cmark_iter_new(document);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    cmark_node_set_list_tight(cmark_iter_get_node(iterator), 0);
  }
  return cmark_render_html(document, CMARK_OPT_DEFAULT, nullptr);
}

/// A document with what it clears to.
struct Sample {
  Sample(std::string source_text, Level label, Level clearance)
      : source(std::move(source_text)), probe(source, label) {
    for (const Fragment& fragment : probe.fragments(clearance)) {
      html.push_back(html_of(fragment.text));
      cleared += fragment.text + "\n";
    }
  }

  std::string source;
  PortionProbe probe;
  std::vector<std::string> html;
  std::string cleared;
};

/// Every word that is cleared shows, and no other; and nobody finds anything to report.
void check_sample(Sample& sample, Level clearance) {
  REQUIRE(sample.probe.findings() == "");
  REQUIRE(sample.probe.clearing_findings(clearance).empty());
  CHECK(words_between(sample.cleared, kWhite, kRed) ==
        words_between(sample.source, kWhite, clearance));
}

void check_twins(std::uint32_t seed, Level label, Level clearance) {
  RandomDocuments documents(seed, label);
  const RandomNode document = documents.document();
  Sample sample(to_markdown(document), label, clearance);
  Sample twin(to_markdown(documents.twin(document, clearance)), label, clearance);
  CAPTURE(seed, label.rank, clearance.rank, sample.source, twin.source);
  check_sample(sample, clearance);
  check_sample(twin, clearance);
  REQUIRE(sample.probe.clearing_findings(kRed).empty());
  CHECK(sample.html == twin.html);
}

}  // namespace

TEST_CASE("changing withheld portions leaves the cleared document as it was", "[portions]") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    check_twins(seed, kWhite, kWhite);
    check_twins(seed, kWhite, kGreen);
  }
}

TEST_CASE("changing a withheld document leaves its extracts as they were", "[portions]") {
  for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
    check_twins(seed, kGreen, kWhite);
    check_twins(seed, kAmber, kGreen);
  }
}

}  // namespace opsg::restricted
