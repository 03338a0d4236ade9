#include "remote_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "folder_verification.h"
#include "text.h"

namespace opsg::publishing {
namespace {

std::vector<std::string> own_names() {
  std::vector<std::string> names = {std::string(output::kManifestName),
                                    std::string(output::kSignatureName)};
  names.insert(names.end(), kJournalNames.begin(), kJournalNames.end());
  return names;
}

template <class Predicate>
bool in_journal(const RemoteState& state, Predicate predicate) {
  return std::any_of(state.journals.begin(), state.journals.end(),
                     [&](const auto& journal) { return journal && predicate(*journal); });
}

/// Who put what is there.
class Ownership {
 public:
  Ownership(const RemoteState& state, const std::vector<std::string>& leave, const CutOff& cut_off)
      : state_(state), leave_(leave), cut_off_(cut_off) {}

  /// The first entry, in order of path, that is neither ours nor the host's.
  std::optional<std::string> foreign_entry() const {
    for (const RemoteFile& file : state_.listing.files) {
      if (!is_ours(file.path) && !is_left(file.path, leave_)) return file.path;
    }
    for (const std::string& folder : state_.listing.folders) {
      if (!is_our_folder(folder) && !is_left(folder + '/', leave_)) return folder + '/';
    }
    return std::nullopt;
  }

 private:
  bool is_ours(const std::string& path) const {
    if (is_own_name(path) || state_.names_file(path)) return true;
    const auto meant = cut_off(path);
    return meant && (is_own_name(*meant) || state_.names_file(*meant));
  }

  bool is_our_folder(const std::string& path) const {
    if (state_.names_folder(path)) return true;
    const auto meant = cut_off(path);
    return meant && (meant->empty() || state_.names_folder(*meant));
  }

  std::optional<std::string> cut_off(const std::string& path) const {
    return cut_off_ ? cut_off_(path) : std::nullopt;
  }

  const RemoteState& state_;
  const std::vector<std::string>& leave_;
  const CutOff& cut_off_;
};

bool has_damaged_manifest(const RemoteState& state) {
  return !state.manifest && !state.last_journal() &&
         state.texts.contains(std::string(output::kManifestName));
}

tl::unexpected<PublishError> refuse(const std::string& place, std::string_view reason) {
  return refused(fmt::format("will not publish to {}: {}", place, reason));
}

std::optional<std::string> other_audience(const RemoteState& state, std::string_view audience) {
  if (state.manifest && state.manifest->audience != audience) return state.manifest->audience;
  const PublishJournal* journal = state.last_journal();
  if (journal && journal->audience != audience) return journal->audience;
  return std::nullopt;
}

}  // namespace

const PublishJournal* RemoteState::last_journal() const {
  const PublishJournal* last = nullptr;
  for (const auto& journal : journals) {
    if (journal && (!last || journal->run > last->run)) last = &*journal;
  }
  return last;
}

bool RemoteState::names_file(const std::string& path) const {
  return (manifest && manifest->find(path)) ||
         in_journal(*this,
                    [&](const PublishJournal& journal) { return journal.find(path) != nullptr; });
}

bool RemoteState::names_folder(const std::string& path) const {
  return (manifest && manifest->has_folder(path)) ||
         in_journal(*this, [&](const PublishJournal& journal) { return journal.has_folder(path); });
}

bool RemoteState::is_proven(const std::string& path, std::string_view sha256) const {
  const output::ManifestEntry* entry = manifest ? manifest->find(path) : nullptr;
  if (!entry || entry->sha256 != sha256) return false;
  return !in_journal(*this, [&](const PublishJournal& journal) {
    const JournalEntry* known = journal.find(path);
    return known && known->at_stake;
  });
}

bool is_own_name(std::string_view path) {
  return path == output::kManifestName || path == output::kSignatureName ||
         path == kJournalNames[0] || path == kJournalNames[1];
}

bool is_left(std::string_view path, const std::vector<std::string>& leave) {
  return is_left_to_host(path, leave) ||
         std::any_of(leave.begin(), leave.end(), [&](const std::string& left) {
           return path.ends_with('/') && left.starts_with(path);
         });
}

Published<RemoteState> read_state(RemoteStore& store) {
  auto listing = store.list();
  if (!listing) return tl::unexpected(listing.error());
  RemoteState state;
  state.listing = std::move(*listing);
  std::vector<std::string> present;
  for (const std::string& name : own_names()) {
    if (state.listing.find(name)) present.push_back(name);
  }
  if (present.empty()) return state;
  auto texts = store.read(present);
  if (!texts) return tl::unexpected(texts.error());
  state.texts = std::move(*texts);
  const auto text_of = [&](std::string_view name) {
    const auto at = state.texts.find(std::string(name));
    return at == state.texts.end() ? std::string_view() : std::string_view(at->second);
  };
  state.manifest = output::parse_manifest(text_of(output::kManifestName));
  for (std::size_t i = 0; i < kJournalNames.size(); ++i) {
    state.journals[i] = parse_journal(text_of(kJournalNames[i]));
  }
  return state;
}

Published<void> check_owner(const RemoteState& state, const std::string& place,
                            std::string_view audience, const std::vector<std::string>& leave,
                            const CutOff& cut_off) {
  if (const auto other = other_audience(state, audience)) {
    return refuse(place, fmt::format("it holds the site of the audience `{}`, and this one is for "
                                     "`{}`",
                                     printable(*other), printable(audience)));
  }
  if (has_damaged_manifest(state)) {
    return refuse(place, fmt::format("its {} is damaged", output::kManifestName));
  }
  if (const auto foreign = Ownership(state, leave, cut_off).foreign_entry()) {
    return refuse(place, fmt::format("it holds {}, which opsg-site did not put there\nIf that is "
                                     "the host's, name it in the target's `leave`.",
                                     printable(*foreign)));
  }
  return {};
}

}  // namespace opsg::publishing
