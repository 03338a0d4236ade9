#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "build_difference.h"
#include "build_memos.h"
#include "catch2.h"
#include "edited_site.h"
#include "environment_number.h"

namespace opsg::test {
namespace {

constexpr int kSteps = 8;

/// What a run of sequences came to, so that it can be told from one that did nothing.
struct Tally {
  int builds = 0;
  int whole_builds = 0;
};

/// Edits of one site, each followed by builds that go on from those before it.
class EditSequence {
 public:
  EditSequence(std::uint64_t seed, Tally& tally)
      : random_(seed),
        tally_(tally),
        site_(make_edited_site(seed, seed + 7000)),
        last_whole_(site_) {
    static const std::vector<int> kForgetAfter = {1, 1, 2, 1000};
    forget_after_ = random_.pick(kForgetAfter);
  }

  /// How the first build that does differs from one from nothing: "" where none does.
  std::string first_difference() {
    std::string difference = compare_builds();
    for (int step = 0; step < kSteps && difference.empty(); ++step) {
      earlier_.push_back(site_);
      const std::string edit = edit_once();
      story_ += "\n  " + edit;
      difference = compare_builds();
    }
    return difference.empty() ? difference : difference + "\nafter:" + story_;
  }

 private:
  /// What is broken is mended before long: one error more on top of others shows little.
  std::string edit_once() {
    if (is_broken_ && !random_.one_in(3)) {
      site_ = last_whole_;
      return "mended";
    }
    if (random_.one_in(5)) return go_back();
    static const std::vector<std::vector<SiteEdit>> kEdits = {record_edits(), folder_edits(),
                                                              setting_edits()};
    const SiteEdit& edit = random_.pick(random_.pick(kEdits));
    edit.make(site_, random_);
    std::string name(edit.name);
    return random_.one_in(2) ? name + "; " + edit_once() : name;
  }

  std::string go_back() {
    const EditedSite& earlier = random_.pick(earlier_);
    if (random_.one_in(2)) {
      site_ = earlier;
      return "as it was before";
    }
    auto file = earlier.files.begin();
    std::advance(file, random_.below(static_cast<int>(earlier.files.size())));
    site_.files[file->first] = file->second;
    return "a file as it was before";
  }

  /// One or two audiences in turn, as a preview has them; often the last one again, so that there
  /// is something to go on from.
  std::string compare_builds() {
    std::string difference = compare_build();
    if (difference.empty() && random_.one_in(3)) difference = compare_build();
    return difference;
  }

  std::string compare_build() {
    static const std::vector<std::string> kAudiences = {"public", "public", "parties", "members"};
    if (random_.one_in(2)) audience_ = random_.pick(kAudiences);
    TestRequest request = site_.request;
    request.audience = audience_;
    request.theme = site_.theme.get();
    request.explained = true;
    const TestSite site(site_.files);
    const TestBuild clean = site.build(request);
    request.memos = &memos_;
    const TestBuild incremental = site.build(request);
    if (++builds_ % forget_after_ == 0) memos_.forget_unused();
    const std::string difference = difference_between(incremental, clean);
    note(clean);
    return difference.empty() ? difference : "for " + audience_ + ": " + difference;
  }

  void note(const TestBuild& build) {
    is_broken_ = !build.ok();
    if (!is_broken_) last_whole_ = site_;
    ++tally_.builds;
    tally_.whole_builds += build.ok();
  }

  Random random_;
  Tally& tally_;
  EditedSite site_;
  EditedSite last_whole_;
  std::vector<EditedSite> earlier_;
  app::BuildMemos memos_;
  std::string audience_ = "public";
  int forget_after_ = 1;
  int builds_ = 0;
  bool is_broken_ = false;
  std::string story_;
};

std::vector<std::string> bytes_of(const released::ThemeFiles& theme) {
  std::vector<std::string> bytes;
  for (const released::ThemeFile& file : theme.files) bytes.push_back(file.bytes);
  return bytes;
}

/// A site that was edited before: of some there is something to be put right.
bool changes_site(const SiteEdit& edit, std::uint64_t seed) {
  Random random(seed);
  EditedSite before = make_edited_site(seed, seed);
  const std::vector<SiteEdit> edits = all_site_edits();
  for (int i = 0; i < 3; ++i) random.pick(edits).make(before, random);
  EditedSite after = before;
  edit.make(after, random);
  const auto request = [](const EditedSite& site) {
    return std::tie(site.request.as_of, site.request.base_url, site.request.now, site.request.jobs);
  };
  return after.files != before.files || bytes_of(*after.theme) != bytes_of(*before.theme) ||
         request(after) != request(before);
}

}  // namespace

TEST_CASE("Whatever was edited, a build that goes on from earlier ones is the clean build") {
  const std::uint64_t first = environment_number("OPSG_FIRST_SEED", 1);
  const std::uint64_t count = environment_number("OPSG_SEEDS", 15);
  Tally tally;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    INFO("OPSG_FIRST_SEED=" << seed);
    CHECK(EditSequence(seed, tally).first_difference() == "");
  }
  INFO(tally.whole_builds << " of " << tally.builds << " builds were whole");
  CHECK(tally.whole_builds * 2 > tally.builds);
}

TEST_CASE("Every kind of edit edits some site") {
  for (const SiteEdit& edit : all_site_edits()) {
    INFO(edit.name);
    bool edited = false;
    for (std::uint64_t seed = 1; seed <= 100 && !edited; ++seed) edited = changes_site(edit, seed);
    CHECK(edited);
  }
}

}  // namespace opsg::test
