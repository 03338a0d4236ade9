#include "preview_sites.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"
#include "sample_sites.h"

namespace {

using opsg::preview::count_changed_pages;
using opsg::preview::LateFiles;
using opsg::preview::PreviewBuild;
using opsg::preview::PreviewSites;
using opsg::test::broken_build;
using opsg::test::sample_build;
using opsg::test::sample_site;

std::string home(const opsg::preview::PreviewState& state) {
  const auto* file = state.site ? state.site->find("index.html") : nullptr;
  return file ? file->bytes : "none";
}

}  // namespace

TEST_CASE("A site is built when it is asked for, and again only when the sources have changed") {
  int builds = 0;
  PreviewSites sites(
      [&](const std::string& audience) {
        return sample_build({{"index.html", audience + std::to_string(++builds)}});
      },
      "public");
  CHECK(home(*sites.first_state()) == "public1");
  CHECK(home(*sites.first_state()) == "public1");
  CHECK(home(*sites.state("members")) == "members2");
  sites.outdate();
  CHECK(home(*sites.first_state()) == "public3");
  CHECK(home(*sites.state("members")) == "members4");
  CHECK(builds == 4);
}

TEST_CASE("While the sources have errors the last good site stays, each audience's own") {
  bool broken = false;
  PreviewSites sites(
      [&](const std::string& audience) {
        return broken ? broken_build("wrong") : sample_build({{"index.html", audience}});
      },
      "public");
  sites.first_state();
  sites.state("members");
  broken = true;
  sites.outdate();
  for (const std::string audience : {"public", "members"}) {
    const auto state = sites.state(audience);
    CHECK(home(*state) == audience);
    CHECK(state->errors == "wrong");
    CHECK(state->audiences == std::vector<std::string>{"public", "members"});
  }
  broken = false;
  sites.outdate();
  CHECK(sites.first_state()->errors.empty());
}

TEST_CASE("Before the first good build there is no site, of any audience") {
  PreviewSites sites([](const std::string&) { return broken_build("wrong"); }, "public");
  CHECK(sites.first_state()->site == nullptr);
  CHECK(sites.first_state()->errors == "wrong");
  CHECK(sites.state("members")->audience == "public");
}

TEST_CASE("An audience that the policy lacks is the first one, also one that it has no more") {
  bool has_members = true;
  PreviewSites sites(
      [&](const std::string& audience) {
        PreviewBuild build = sample_build({{"index.html", audience}});
        if (!has_members) build.audiences = {"public"};
        return build;
      },
      "public");
  CHECK(sites.state("members")->audience == "public");  // Nobody knows the policy yet.
  CHECK(sites.state("members")->audience == "members");
  CHECK(sites.state("nobody")->audience == "public");
  CHECK(sites.state("")->audience == "public");
  has_members = false;
  sites.outdate();
  sites.first_state();
  CHECK(sites.state("members")->audience == "public");
}

TEST_CASE("A change while the site is built outdates what is built") {
  PreviewSites* all = nullptr;
  int builds = 0;
  PreviewSites sites(
      [&](const std::string&) {
        if (++builds == 1) all->outdate();
        return sample_build({{"index.html", std::to_string(builds)}});
      },
      "public");
  all = &sites;
  CHECK(home(*sites.first_state()) == "1");
  CHECK(home(*sites.first_state()) == "2");
}

TEST_CASE("Many threads may ask: one at a time builds, and each gets a whole site") {
  std::atomic<int> building = 0;
  std::atomic<bool> overlapped = false;
  PreviewSites sites(
      [&](const std::string& audience) {
        if (++building > 1) overlapped = true;
        std::this_thread::yield();
        --building;
        return sample_build({{"index.html", audience}});
      },
      "public");
  sites.first_state();
  std::atomic<int> wrong = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&, i] {
        const std::string audience = i % 2 == 0 ? "public" : "members";
        for (int turn = 0; turn < 200; ++turn) {
          if (turn % 10 == i) sites.outdate();
          if (home(*sites.state(audience)) != audience) ++wrong;
        }
      });
    }
  }
  CHECK(wrong == 0);
  CHECK_FALSE(overlapped);
}

TEST_CASE("Changed pages are those that are new, gone or other; other files do not count") {
  const auto before =
      sample_site({{"a.html", "1"}, {"b.html", "1"}, {"c.html", "1"}, {"d.css", "1"}});
  const auto after =
      sample_site({{"a.html", "1"}, {"b.html", "2"}, {"d.css", "2"}, {"e.html", "1"}});
  CHECK(count_changed_pages(before.get(), *after) == 3);
  CHECK(count_changed_pages(before.get(), *before) == 0);
  CHECK(count_changed_pages(nullptr, *after) == 3);
}

TEST_CASE("Files are late by their paths, and all below a folder whose files nobody knows before") {
  const LateFiles late{{"actions/feed.xml", "data/risks.json"}, "pagefind/", {}};
  CHECK(late.may_hold("data/risks.json"));
  CHECK(late.may_hold("pagefind/fragment/en_1.pf_fragment"));
  CHECK_FALSE(late.may_hold("data/index.html"));
  CHECK_FALSE(late.may_hold("pagefind"));
  CHECK_FALSE(LateFiles{}.may_hold("index.html"));
}
