#include "live_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <thread>
#include <utility>

#include "page_address.h"
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
constexpr std::string_view kIndex = "index.html";

/// An address that must be gone, and the file that was there.
struct GoneAddress {
  std::string path;
  std::string url;
};

bool is_index(std::string_view path) {
  return path.ends_with(std::string("/").append(kIndex));
}

/// A page is read at its folder's address, but may be cached at its own as well. A folder that has
/// other files yet may answer as it likes.
std::vector<GoneAddress> addresses_of(const LiveCheckRequest& request) {
  std::vector<GoneAddress> addresses;
  for (const std::string& path : request.removed) {
    addresses.push_back({path, file_address(request.site, path)});
    if (!is_index(path)) continue;
    const std::string_view folder(path.data(), path.size() - kIndex.size() - 1);
    if (!request.manifest->has_folder(folder)) {
      addresses.push_back({path, page_address(request.site, path)});
    }
  }
  return addresses;
}

/// "meetings/2021-01-25-opsg-41/index.html": slugs begin with the date.
bool is_meeting(std::string_view path) {
  return path.starts_with(kMeetings) && is_index(path) &&
         std::count(path.begin(), path.end(), '/') == 2;
}

/// What is left to be seen as it should be.
class Round {
 public:
  explicit Round(const LiveCheckRequest& request)
      : request_(request),
        addresses_(addresses_of(request)),
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
    std::vector<web::PageRequest> pages;
    for (const GoneAddress& address : addresses_) pages.push_back({address.url});
    const auto answers = web::fetch_pages(pages, request_.limits, request_.progress);
    std::vector<GoneAddress> left;
    for (std::size_t i = 0; i < answers.size(); ++i) {
      if (answers[i].is_gone()) {
        ++gone_;
      } else {
        note_served(addresses_[i], answers[i]);
        left.push_back(std::move(addresses_[i]));
      }
    }
    addresses_ = std::move(left);
  }

  void note_served(const GoneAddress& address, const web::PageAnswer& answer) {
    const std::string what =
        answer.failure.empty() ? fmt::format("it answers {}", answer.status) : answer.failure;
    differences_.push_back(
        {DifferenceKind::withdrawn, address.path, fmt::format("{}: {}", address.url, what)});
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
  sample.add(kIndex);
  sample.add_some(newest_meetings(manifest), kNewestMeetings);
  sample.add_some(uploaded, kUploaded);
  sample.add_some(shuffled(manifest), kOfAll);
  return sample.files();
}

}  // namespace opsg::publishing
