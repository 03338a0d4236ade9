#include "staged_publish.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iterator>

#include "file_system.h"
#include "publisher_memory.h"
#include "staged_plan.h"
#include "temporary_folder.h"
#include "text.h"

namespace opsg::publishing {
namespace {

namespace fs = std::filesystem;

/// Seconds. A publish that began longer ago has come to an end.
constexpr std::int64_t kLongestPublish = 6 * 60 * 60;

std::int64_t seconds_now() {
  using std::chrono::system_clock;
  return std::chrono::duration_cast<std::chrono::seconds>(system_clock::now().time_since_epoch())
      .count();
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Pages first: what is withdrawn is to be read no longer than need be.
std::vector<std::vector<std::string>> in_order_of_removal(const std::vector<std::string>& paths) {
  std::vector<std::string> pages, others;
  std::partition_copy(
      paths.begin(), paths.end(), std::back_inserter(pages), std::back_inserter(others),
      [](const std::string& path) { return stage_of(path) == PublishStage::pages; });
  return {std::move(pages), std::move(others)};
}

class StagedPublish {
 public:
  StagedPublish(RemoteStore& store, const Release& release, const PublishRequest& request,
                const std::vector<std::string>& leave)
      : store_(store), release_(release), request_(request), leave_(leave) {
    release_.folder = fs::absolute(release_.folder);  // Programs run elsewhere.
  }

  Published<PublishReport> run() {
    auto memory =
        request_.dry_run ? Published<PublisherMemory>() : PublisherMemory::open(store_.name());
    if (!memory) return tl::unexpected(memory.error());
    request_.tell("reading what is published");
    auto begun = read_state(store_)
                     .and_then([&](RemoteState state) { return look_at(std::move(state)); })
                     .and_then([&] { return make_plan(store_, state_, release_, leave_); });
    if (!begun) return tl::unexpected(begun.error());
    plan_ = std::move(*begun);
    const bool whole = plan_.empty() && !has_journal();
    if (whole || request_.dry_run) return report();
    auto done = take_lock(*memory).and_then([&] { return change_all(); });
    if (!done) return tl::unexpected(done.error());
    return report();
  }

 private:
  Published<void> look_at(RemoteState state) {
    state_ = std::move(state);
    return check_owner(state_, store_.name(), release_.manifest.audience, leave_,
                       [&](const std::string& path) { return store_.cut_off(path); });
  }

  /// Damaged ones included.
  bool has_journal() const {
    return std::any_of(kJournalNames.begin(), kJournalNames.end(), [&](std::string_view name) {
      return state_.listing.find(std::string(name)) != nullptr;
    });
  }

  // ---- The lock

  Published<void> take_lock(PublisherMemory& memory) {
    request_.tell("taking the lock");
    const PublishJournal* last = state_.last_journal();
    if (last && !is_free(*last, memory.token())) return refuse_lock(*last);
    journal_.token = memory.token().empty() ? random_token() : memory.token();
    journal_.run = last ? last->run + 1 : 1;
    journal_.audience = release_.manifest.audience;
    journal_.entries = journal_entries(state_, release_, plan_);
    // Never over the last whole one: it must be there until this one is.
    slot_ = state_.journals[0] && last == &*state_.journals[0] ? 1 : 0;
    return memory.remember(journal_.token).and_then([&] { return write_journal(); }).and_then([&] {
      return remove_other_journal();
    });
  }

  /// Anybody may have written the journal: nothing is subtracted from what it says.
  bool is_free(const PublishJournal& journal, const std::string& own_token) const {
    return request_.break_lock || journal.token == own_token ||
           journal.started < seconds_now() - kLongestPublish;
  }

  tl::unexpected<PublishError> refuse_lock(const PublishJournal& journal) const {
    const std::int64_t now = seconds_now();
    const std::int64_t minutes = (now - std::min(journal.started, now)) / 60;
    return refused(fmt::format(
        "another publish to {} began {} ago, elsewhere, and has not ended\nIf none is at work (it "
        "was cut off), run this again with --break-lock.",
        store_.name(), counted(static_cast<std::size_t>(minutes), "minute", "minutes")));
  }

  Published<void> write_journal() {
    journal_.started = seconds_now();
    const auto room = TemporaryFolder::make();
    if (!room) return tl::unexpected(PublishError(room.error()));
    const std::string name(kJournalNames[slot_]);
    const auto written = write_file(room->path() / name, format_journal(journal_));
    if (!written) return tl::unexpected(PublishError(written.error()));
    return store_.put(room->path(), {name});
  }

  Published<void> remove_other_journal() {
    const std::string other(kJournalNames[1 - slot_]);
    if (!state_.listing.find(other)) return check_lock();
    return check_lock().and_then([&] { return store_.remove({other}); });
  }

  /// Whether nobody else has begun since: there is no way to exclude that, only to notice it.
  Published<void> check_lock() {
    auto texts = store_.read({std::string(kJournalNames[0]), std::string(kJournalNames[1])});
    if (!texts) return tl::unexpected(texts.error());
    for (std::size_t i = 0; i < kJournalNames.size(); ++i) {
      const auto text = texts->find(std::string(kJournalNames[i]));
      const auto before = state_.texts.find(std::string(kJournalNames[i]));
      const bool known =
          text != texts->end() && before != state_.texts.end() && text->second == before->second;
      const bool right = i == slot_
                             ? text != texts->end() && text->second == format_journal(journal_)
                             : text == texts->end() || known;
      if (!right) {
        return failed(
            fmt::format("another publish to {} has begun meanwhile; run this again when "
                        "it has ended",
                        store_.name()));
      }
    }
    return {};
  }

  // ---- The stages

  Published<void> change_all() {
    auto done = remove("clearing the way: ", plan_.obstacles(release_.manifest))
                    .and_then([&] { return upload(PublishStage::assets, "asset", "assets"); })
                    .and_then([&] { return upload(PublishStage::pages, "page", "pages"); })
                    .and_then([&] { return upload(PublishStage::data, "data file", "data files"); })
                    .and_then([&] { return close(); })
                    .and_then([&] { return remove_all(); })
                    .and_then([&] { return compare(); })
                    .and_then([&] { return remove_journal(); });
    if (done) return done;
    return tl::unexpected(
        PublishError(done.error().kind,
                     fmt::format("{}\n{} may lie between two releases: run the same command again, "
                                 "which goes on from there.",
                                 done.error().message, store_.name())));
  }

  Published<void> upload(PublishStage stage, std::string_view one, std::string_view many) {
    const std::vector<std::string> paths = plan_.uploads_of(stage);
    if (paths.empty()) return {};
    request_.tell("uploading " + counted(paths.size(), one, many));
    // Assets come just after the lock was taken, data just after the pages.
    auto mine = stage == PublishStage::pages ? check_lock() : Published<void>();
    return mine.and_then([&] { return store_.put(release_.folder, paths); });
  }

  /// One after the other: who finds the manifest has found its signature before.
  Published<void> close() {
    if (plan_.closing.empty()) return {};
    request_.tell("uploading the manifest");
    auto done = check_lock();
    for (const std::string& name : plan_.closing) {
      if (done) done = store_.put(release_.folder, {name});
    }
    return done;
  }

  Published<void> remove(std::string_view what, const std::vector<std::string>& paths) {
    if (paths.empty()) return {};
    request_.tell(std::string(what) + counted(paths.size(), "file", "files"));
    return check_lock().and_then([&] { return store_.remove(paths); });
  }

  Published<void> remove_all() {
    for (const std::vector<std::string>& paths : in_order_of_removal(plan_.removals)) {
      auto removed = remove("removing ", paths);
      if (!removed) return removed;
    }
    if (plan_.folders.empty()) return {};
    request_.tell("removing " + counted(plan_.folders.size(), "folder", "folders"));
    return store_.remove_folders(plan_.folders);
  }

  /// What stands there now, found out as if nothing had been done.
  Published<void> compare() {
    request_.tell("comparing what is published with the manifest");
    auto after = read_state(store_);
    if (!after) return tl::unexpected(after.error());
    // The journal would cast doubt on what has just been uploaded.
    after->journals = {};
    const auto left_over = make_plan(store_, *after, release_, leave_);
    if (!left_over) return tl::unexpected(left_over.error());
    if (left_over->empty()) return {};
    return tl::unexpected(PublishError(PublishErrorKind::unverified, describe(*left_over)));
  }

  std::string describe(const StagedPlan& rest) const {
    const auto& wrong = rest.uploads.empty() ? rest.closing : rest.uploads;
    if (!wrong.empty()) {
      return fmt::format("{} lacks {}, or has it with other bytes, although it was uploaded",
                         store_.name(), wrong.front());
    }
    const auto& more = rest.removals.empty() ? rest.folders : rest.removals;
    return fmt::format("{} still holds {}, which should be gone", store_.name(),
                       printable(more.front()));
  }

  Published<void> remove_journal() {
    request_.tell("giving up the lock");
    return store_.remove({std::string(kJournalNames[slot_])});
  }

  PublishReport report() const {
    PublishReport report;
    report.uploaded = plan_.uploads;
    report.removed = plan_.removals;
    report.unchanged = plan_.unchanged;
    return report;
  }

  RemoteStore& store_;
  Release release_;
  const PublishRequest& request_;
  const std::vector<std::string>& leave_;
  RemoteState state_;
  StagedPlan plan_;
  PublishJournal journal_;
  std::size_t slot_ = 0;
};

}  // namespace

Published<PublishReport> staged_publish(RemoteStore& store, const Release& release,
                                        const PublishRequest& request,
                                        const std::vector<std::string>& leave) {
  return StagedPublish(store, release, request, leave).run();
}

}  // namespace opsg::publishing
