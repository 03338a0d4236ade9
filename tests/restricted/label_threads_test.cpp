#include <fmt/format.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <string>

#include "catch2.h"
#include "gate_test_site.h"

namespace opsg::restricted::testing {
namespace {

/// Every third document has a near-miss, every fourth one of another kind; all hold withheld text.
SourceTree many_documents() {
  SourceTree tree;
  for (int i = 0; i < 60; ++i) {
    std::string text = fmt::format("Open {}.\n\n(AMBER) Closed {}.\n", i, i);
    if (i % 3 == 0) text += "\nOpen (AMBER)\n";
    if (i % 4 == 0) text += "\n- AMBR: x\n";
    tree.files.push_back(
        {SourcePath(fmt::format("content/pages/p{:02}.md", i)), document("white", text)});
  }
  tree.files.push_back({SourcePath("site.toml"), kSiteToml});
  return tree;
}

LabelOutcome label_with(int threads) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism,
                                  static_cast<std::size_t>(threads));
  return tbb::task_arena(threads).execute([] { return label(many_documents()); });
}

}  // namespace

TEST_CASE("However many threads label and clear, the findings and the text are the same") {
  const LabelOutcome alone = label_with(1);
  CHECK(alone.findings.find("p04.md:10") != std::string::npos);
  CHECK(alone.findings.find("p03.md:10 marking-near-miss") < alone.findings.find("p04.md:10"));
  CHECK(alone.cleared.find("Open 1.") != std::string::npos);
  CHECK(alone.cleared.find("Closed") == std::string::npos);
  for (int i = 0; i < 10; ++i) {
    const LabelOutcome together = label_with(8);
    REQUIRE(together.findings == alone.findings);
    REQUIRE(together.cleared == alone.cleared);
    REQUIRE(together.full == alone.full);
  }
}

}  // namespace opsg::restricted::testing
