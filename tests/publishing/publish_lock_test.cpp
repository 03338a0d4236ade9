// Who may publish while another publish seems to be at work.

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch2.h"
#include "memory_publish.h"
#include "publish_journal.h"

namespace opsg::publishing {
namespace {

using testing::Break;
using testing::check_holds;
using testing::error_of;
using testing::Files;
using testing::kFirst;
using testing::kSecond;
using testing::MemoryStore;
using testing::publish;
using testing::PublisherHome;
using testing::ReleaseFixture;

TEST_CASE("another publisher's journal keeps one out, until one says that nobody is at work") {
  const ReleaseFixture first(kFirst), second(kSecond);
  MemoryStore store;
  const PublisherHome other;
  store.break_at(6, Break::half_way);
  REQUIRE_FALSE(publish(store, first));
  const Files before = store.files;

  const PublisherHome home;
  const auto refused = publish(store, second);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == PublishErrorKind::refused);
  CHECK(refused.error().message ==
        "another publish to memory:site began 0 minutes ago, elsewhere, and has not ended\nIf none "
        "is at work (it was cut off), run this again with --break-lock.");
  CHECK(store.files == before);
  REQUIRE(publish(store, second, {.leave = {}, .break_lock = true}));
  check_holds(store, second);
}

TEST_CASE("a journal of long ago keeps nobody out") {
  MemoryStore store;
  const PublisherHome other;
  store.break_at(6, Break::half_way);
  REQUIRE_FALSE(publish(store, ReleaseFixture(kFirst)));
  std::string& text = store.files[".opsg-site-publishing"];
  PublishJournal journal = parse_journal(text).value();
  journal.started -= 24 * 60 * 60;
  text = format_journal(journal);
  const PublisherHome home;
  const ReleaseFixture second(kSecond);
  REQUIRE(publish(store, second));
  check_holds(store, second);
}

TEST_CASE("a journal from before all time keeps nobody out, one from after it until one says so") {
  const ReleaseFixture second(kSecond);
  const auto publish_over = [&](std::int64_t started, bool break_lock) {
    const PublisherHome home;
    MemoryStore store;
    store.files[".opsg-site-publishing"] =
        format_journal({std::string(32, 'a'), started, 7, "public", {}});
    const std::string error =
        error_of(publish(store, second, {.leave = {}, .break_lock = break_lock}));
    if (error == "(none)") check_holds(store, second);
    return error;
  };
  CHECK(publish_over(std::numeric_limits<std::int64_t>::min(), false) == "(none)");
  CHECK(publish_over(std::numeric_limits<std::int64_t>::max(), false)
            .starts_with("another publish to memory:site began 0 minutes ago"));
  CHECK(publish_over(std::numeric_limits<std::int64_t>::max(), true) == "(none)");
}

/// Whose journal is overwritten by another publisher's as soon as it is there.
class ContestedStore : public MemoryStore {
 public:
  Published<void> put(const std::filesystem::path& folder,
                      const std::vector<std::string>& paths) override {
    auto done = MemoryStore::put(folder, paths);
    if (paths.front() == kJournalNames[0]) {
      PublishJournal journal = parse_journal(files[paths.front()]).value();
      journal.token = std::string(32, '0');
      files[paths.front()] = format_journal(journal);
    }
    return done;
  }
};

TEST_CASE("who loses the lock to another publisher stops before anything is uploaded") {
  const PublisherHome home;
  ContestedStore store;
  CHECK(error_of(publish(store, ReleaseFixture(kFirst))) ==
        "another publish to memory:site has begun meanwhile; run this again when it has ended");
  CHECK(store.files.size() == 1);
}

}  // namespace
}  // namespace opsg::publishing
