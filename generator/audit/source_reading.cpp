#include "source_reading.h"

#include <algorithm>
#include <utility>

#include "audit_memo.h"
#include "file_reader.h"
#include "meeting_labels.h"
#include "parallel.h"
#include "reading_key.h"
#include "source_names.h"

namespace opsg::audit {
namespace {

/// Files whose words are held at a time: what is kept of them is a fraction of it.
constexpr std::size_t kAtATime = 64;

/// Nothing is kept of attachments: their names are read as fast as found.
bool is_worth_keeping(const SourceFile& file) {
  const std::string_view path = file.path.view();
  return path.ends_with(".md") || is_public_table(path);
}

void add(const SourceFile& file, ReadFile read, SourceReading& reading) {
  for (Passage& passage : read.withheld) {
    passage.file = &file;
    reading.withheld.push_back(std::move(passage));
  }
  if (read.is_withheld) reading.withheld_files.push_back(&file);
  if (read.may_be_copied) reading.cleared_files.push_back(&file);
  reading.public_text.add(std::move(read.text));
}

/// Reads the files in parallel, and gathers what was read in the tree's order.
class TreeReader {
 public:
  TreeReader(const ReadingRun& run, const TreeFacts& facts)
      : run_(run),
        facts_(facts),
        vocabulary_(run.memo ? run.memo->vocabulary() : std::make_shared<Vocabulary>()),
        reading_(vocabulary_) {}

  SourceReading read() {
    const std::vector<SourceFile>& files = run_.tree.files;
    std::vector<Slot> slots(std::min(files.size(), kAtATime));
    for (std::size_t begin = 0; begin < files.size(); begin += kAtATime) {
      const std::size_t count = std::min(kAtATime, files.size() - begin);
      for_each_index(count, run_.jobs,
                     [&](std::size_t i) { slots[i] = recall_or_read(files[begin + i]); });
      for (std::size_t i = 0; i < count; ++i) gather(files[begin + i], std::move(slots[i]));
    }
    return std::move(reading_);
  }

 private:
  struct Slot {
    std::string key;  ///< Empty where nothing is to be kept.
    std::shared_ptr<const ReadFile> kept;
    FileReading fresh;  ///< Where nothing was kept.
  };

  Slot recall_or_read(const SourceFile& file) const {
    Slot slot;
    const MeetingReading* meeting = facts_.meeting_of(file.path.view());
    if (meeting && meeting->file == &file) {
      slot.key = meeting->key;
      slot.kept = meeting->kept;
    } else if (run_.memo && is_worth_keeping(file)) {
      slot.key = reading_key(run_.scope_key, file, facts_.label_of(file.path.view()));
      slot.kept = run_.memo->find_reading(slot.key);
    }
    if (!slot.kept) slot.fresh = read_file(file, facts_, run_.scope);
    return slot;
  }

  void gather(const SourceFile& file, Slot slot) {
    if (slot.kept) return add(file, *slot.kept, reading_);
    ReadFile read{std::move(slot.fresh.withheld),
                  std::make_shared<const FileText>(compact(slot.fresh, *vocabulary_)),
                  {},
                  slot.fresh.is_withheld,
                  slot.fresh.may_be_copied};
    if (is_meeting_file(file)) read.meeting = *facts_.label_of(file.path.view());
    if (!slot.key.empty() && !slot.fresh.depends_on_clock) {
      run_.memo->keep_reading(slot.key, std::make_shared<const ReadFile>(read));
    }
    add(file, std::move(read), reading_);
  }

  const ReadingRun& run_;
  const TreeFacts& facts_;
  std::shared_ptr<Vocabulary> vocabulary_;
  SourceReading reading_;
};

}  // namespace

SourceReading read_sources(const SourceTree& tree, const ReadingScope& scope, int jobs,
                           restricted::AuditMemo* memo) {
  std::vector<std::string> keywords = read_raising_keywords(tree);
  const ReadingRun run{tree, scope, jobs, memo, memo ? scope_key(scope, keywords) : std::string()};
  const TreeFacts facts = read_tree_facts(run, std::move(keywords));
  return TreeReader(run, facts).read();
}

}  // namespace opsg::audit
