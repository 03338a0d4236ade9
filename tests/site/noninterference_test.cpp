#include <algorithm>
#include <string>
#include <vector>

#include "catch2.h"
#include "environment_number.h"
#include "noninterference.h"
#include "site_generator.h"

namespace opsg::test {

TEST_CASE("Nothing withheld influences the public output") {
  const std::uint64_t first = environment_number("OPSG_FIRST_SEED", 1);
  const std::uint64_t count = environment_number("OPSG_SEEDS", 300);
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    INFO("OPSG_FIRST_SEED=" << seed);
    CHECK(difference_between_variants(seed, {}) == "");
  }
}

TEST_CASE("The generated sites hold what is withheld, and publish what is not") {
  std::size_t withheld = 0;
  std::size_t published = 0;
  std::size_t passages = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    const SiteFiles files = generate_site(seed, seed + 1000);
    const TestBuild build = TestSite(files).build();
    INFO(build.diagnostics);
    REQUIRE(build.ok());
    std::vector<std::string> written, shown;
    for (const auto& [path, text] : files) {
      for (auto& word : identifying_words(text)) written.push_back(std::move(word));
    }
    for (const auto& [path, text] : build.files) {
      for (auto& word : identifying_words(text)) shown.push_back(std::move(word));
    }
    passages += identifying_words(build.file("data/passages.json")).size();
    std::sort(shown.begin(), shown.end());
    for (const std::string& word : written) {
      const bool is_shown = std::binary_search(shown.begin(), shown.end(), word);
      ++(is_shown ? published : withheld);
    }
  }
  CHECK(withheld > 1000);
  CHECK(published > 1000);
  CHECK(passages > 1000);
}

TEST_CASE("Raising a label publishes nothing that was not public") {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    CHECK(newly_public_after_raising_a_label(seed) == std::vector<std::string>{});
  }
}

}  // namespace opsg::test
