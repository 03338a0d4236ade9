#include "live_check.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "gone_check.h"
#include "page_address.h"
#include "precompression.h"
#include "sha256.h"
#include "site_verification.h"

namespace opsg::publishing {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

constexpr std::size_t kNewestMeetings = 5;
constexpr std::size_t kUploaded = 50;
constexpr std::size_t kOfAll = 20;
constexpr seconds kLongestPause{16};
constexpr std::string_view kMeetings = "meetings/";
constexpr std::string_view kHome = "index.html";
/// "meetings/2021-01-25-opsg-41/index.html": slugs begin with the date.
bool is_meeting(std::string_view path) {
  return path.starts_with(kMeetings) && is_folder_index(path) &&
         std::count(path.begin(), path.end(), '/') == 2;
}

/// What is left to be seen as it should be.
class Round {
 public:
  explicit Round(const LiveCheckRequest& request)
      : request_(request),
        addresses_(gone_addresses(request.site, *request.manifest, request.removed)),
        sample_(live_sample(*request.manifest, request.uploaded)) {}

  void run() {
    differences_.clear();
    ask_for_gone();
    ask_for_sample();
  }

  bool is_done() const { return addresses_.empty() && sample_.empty(); }
  LiveCheck result() const { return {gone_, equal_, differences_}; }

 private:
  void ask_for_gone() {
    auto left = still_served(addresses_, request_.limits, request_.progress, differences_);
    gone_ += addresses_.size() - left.size();
    addresses_ = std::move(left);
  }

  void ask_for_sample() {
    Verification verification;
    verify_pages(request_.site, sample_, request_.limits, request_.progress, verification);
    equal_ += verification.equal;
    std::set<std::string_view> differing;
    for (const Difference& difference : verification.differences) differing.insert(difference.path);
    std::erase_if(sample_, [&](const output::ManifestEntry& entry) {
      return !differing.contains(entry.path);
    });
    verification.sort();
    differences_.insert(differences_.end(), verification.differences.begin(),
                        verification.differences.end());
  }

  const LiveCheckRequest& request_;
  std::vector<GoneAddress> addresses_;
  std::vector<output::ManifestEntry> sample_;
  std::size_t gone_ = 0;
  std::size_t equal_ = 0;
  std::vector<Difference> differences_;
};

/// Files of a site, each once, in the order in which they were chosen.
class Sample {
 public:
  explicit Sample(const output::Manifest& manifest) : manifest_(manifest) {}

  bool add(std::string_view path) {
    const output::ManifestEntry* entry = manifest_.find(path);
    // A host may send a compressed copy as what it is, or as what it is a copy of.
    if (manifest_.find(original_of_copy(path))) return false;
    if (!entry || !known_.insert(entry->path).second) return false;
    files_.push_back(*entry);
    return true;
  }

  template <class Paths>
  void add_some(const Paths& paths, std::size_t most) {
    for (auto path = paths.begin(); path != paths.end() && most > 0; ++path) {
      if (add(*path)) --most;
    }
  }

  std::vector<output::ManifestEntry> files() const { return files_; }

 private:
  const output::Manifest& manifest_;
  std::set<std::string_view> known_;
  std::vector<output::ManifestEntry> files_;
};

std::vector<std::string> newest_meetings(const output::Manifest& manifest) {
  std::vector<std::string> paths;
  for (const output::ManifestEntry& entry : manifest.files) {
    if (is_meeting(entry.path)) paths.push_back(entry.path);
  }
  std::sort(paths.rbegin(), paths.rend());
  return paths;
}

/// Every release has the files that it compares in another order, which nobody chooses.
std::vector<std::string> shuffled(const output::Manifest& manifest) {
  const std::string seed = sha256_hex(output::format_manifest(manifest));
  std::vector<std::pair<std::string, std::string>> keyed;
  for (const output::ManifestEntry& entry : manifest.files) {
    keyed.emplace_back(sha256_hex(seed + entry.path), entry.path);
  }
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::string> paths;
  for (auto& [key, path] : keyed) paths.push_back(std::move(path));
  return paths;
}

}  // namespace

LiveCheck check_live(const LiveCheckRequest& request) {
  const auto deadline = Clock::now() + request.patience;
  Round round(request);
  round.run();
  for (seconds pause{1}; !round.is_done(); pause = std::min(2 * pause, kLongestPause)) {
    if (Clock::now() + pause > deadline) break;
    std::this_thread::sleep_for(pause);
    round.run();
  }
  return round.result();
}

std::vector<output::ManifestEntry> live_sample(const output::Manifest& manifest,
                                               const std::vector<std::string>& uploaded) {
  Sample sample(manifest);
  sample.add(kHome);
  sample.add_some(newest_meetings(manifest), kNewestMeetings);
  sample.add_some(uploaded, kUploaded);
  sample.add_some(shuffled(manifest), kOfAll);
  return sample.files();
}

}  // namespace opsg::publishing
