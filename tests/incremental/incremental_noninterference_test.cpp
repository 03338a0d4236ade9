#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "build_difference.h"
#include "build_memos.h"
#include "catch2.h"
#include "environment_number.h"
#include "public_edits.h"

namespace opsg::test {
namespace {

constexpr int kSteps = 5;

/// One of two sites that differ in what is withheld from the public, and what its builds leave.
/// Its public part follows from the public edits alone.
class Variant {
 public:
  Variant(std::uint64_t public_seed, std::uint64_t withheld_seed)
      : public_seed_(public_seed), random_(withheld_seed), withheld_seeds_{random_.seed()} {}

  /// Everything withheld is another; or all as it was before; or a word of it, which is none of the
  /// public words of the site without any edits; or nothing.
  void edit_withheld(const std::vector<std::string>& public_words) {
    switch (random_.below(4)) {
      case 0:
        withheld_seeds_.push_back(random_.seed());
        changed_words_.clear();
        return;
      case 1:
        withheld_seeds_.push_back(random_.pick(withheld_seeds_));
        changed_words_.clear();
        return;
      case 2:
        return change_withheld_word(public_words);
      default:
        return;
    }
  }

  /// Made of `public_edits`, each a kind of edit and its own random numbers.
  void apply(const std::vector<std::pair<SiteEdit, std::uint64_t>>& public_edits) {
    site_ = make_edited_site(public_seed_, withheld_seeds_.back());
    for (const auto& [edit, seed] : public_edits) {
      Random random(seed);
      edit.make(site_, random);
    }
    for (const auto& [from, to] : changed_words_) {
      for (const std::string& path : paths_of(site_.files, ".md")) {
        while (replace_first(site_.files[path], from, to)) continue;
      }
    }
  }

  /// The public's, of what earlier builds left; some of them were for those who see more.
  TestBuild build() {
    if (random_.one_in(3)) build_for("members");
    TestBuild built = build_for("public");
    if (random_.one_in(2)) memos_.forget_unused();
    return built;
  }

 private:
  void change_withheld_word(const std::vector<std::string>& public_words) {
    EditedSite unedited = make_edited_site(public_seed_, withheld_seeds_.back());
    const std::string* document = any_document(unedited.files, random_);
    std::vector<std::string> withheld;
    const auto words = identifying_words(document ? *document : "");
    std::set_difference(words.begin(), words.end(), public_words.begin(), public_words.end(),
                        std::back_inserter(withheld));
    if (!withheld.empty())
      changed_words_.emplace_back(random_.pick(withheld), invented_word(random_));
  }

  TestBuild build_for(const std::string& audience) {
    TestRequest request = site_.request;
    request.audience = audience;
    request.theme = site_.theme.get();
    request.memos = &memos_;
    return TestSite(site_.files).build(request);
  }

  std::uint64_t public_seed_;
  Random random_;
  std::vector<std::uint64_t> withheld_seeds_;
  std::vector<std::pair<std::string, std::string>> changed_words_;
  EditedSite site_;
  app::BuildMemos memos_;
};

std::vector<std::string> words_of(const TestBuild& build) {
  std::string all;
  for (const auto& [path, text] : build.files) all += text + ' ';
  return identifying_words(all);
}

struct Tally {
  int steps = 0;
  int compared = 0;
};

/// How two variants of a site first differ in public, while both are edited.
std::string first_difference(std::uint64_t seed, Tally& tally) {
  static const std::vector<SiteEdit> kEdits = public_edits();
  Random random(seed);
  std::vector<std::pair<SiteEdit, std::uint64_t>> edits;
  std::array variants = {Variant(seed, 2 * seed + 1000), Variant(seed, 2 * seed + 1001)};
  std::vector<std::string> public_words;
  std::string story;
  for (int step = 0; step <= kSteps; ++step) {
    for (Variant& variant : variants) variant.apply(edits);
    const std::array builds = {variants[0].build(), variants[1].build()};
    ++tally.steps;
    if (builds[0].ok() && builds[1].ok()) {
      ++tally.compared;
      const std::string difference = difference_in_files(builds[0], builds[1]);
      if (!difference.empty()) return difference + "\nafter:" + story;
      if (step == 0) public_words = words_of(builds[0]);
    } else if (!edits.empty()) {
      edits.pop_back();  // What is wrong may be so in one variant alone.
    }
    if (!edits.empty() && random.one_in(5))
      edits.erase(edits.begin() + random.below(static_cast<int>(edits.size())));
    edits.emplace_back(random.pick(kEdits), random.seed());
    story += "\n  " + std::string(edits.back().first.name);
    for (Variant& variant : variants) variant.edit_withheld(public_words);
  }
  return {};
}

}  // namespace

TEST_CASE("Nothing withheld, now or before, influences builds that go on from earlier ones") {
  const std::uint64_t first = environment_number("OPSG_FIRST_SEED", 1);
  const std::uint64_t count = environment_number("OPSG_SEEDS", 15);
  Tally tally;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    INFO("OPSG_FIRST_SEED=" << seed);
    CHECK(first_difference(seed, tally) == "");
  }
  INFO(tally.compared << " of " << tally.steps << " steps compared");
  CHECK(tally.compared * 10 > tally.steps * 8);
}

}  // namespace opsg::test
