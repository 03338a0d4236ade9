#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "preview_site.h"

namespace opsg::preview {

/// What the sources of this moment give for one audience.
struct PreviewBuild {
  std::shared_ptr<const PreviewSite> site;  ///< Null where they have errors.
  std::string errors;                       ///< What is wrong, as the terminal tells it.
  std::vector<std::string> audiences;       ///< Those that may be asked for; empty: unknown.
  std::string base_path = "/";              ///< Where the site belongs; begins and ends with '/'.
  /// When the same sources would give another site: an embargo ends.
  std::optional<std::chrono::system_clock::time_point> next_change;
};

/// Reads the sources and builds the site of an audience. Called by one thread at a time.
using BuildPreview = std::function<PreviewBuild(const std::string& audience)>;

/// What an audience is shown.
struct PreviewState {
  std::string audience;
  std::shared_ptr<const PreviewSite> site;  ///< The last one without errors; null before the first.
  std::string errors;                       ///< Of the present sources; empty where they are good.
  std::vector<std::string> audiences;
  std::string base_path = "/";
  std::optional<std::chrono::system_clock::time_point> next_change;
};

/// The site of every audience that was asked for, each the last one that could be built. Any thread
/// may ask.
class PreviewSites {
 public:
  PreviewSites(BuildPreview build, std::string first_audience);

  /// The state of an audience, of the sources as they are: built now where they have changed since
  /// it was built. For an audience that there is not, the first one's.
  std::shared_ptr<const PreviewState> state(const std::string& audience);
  std::shared_ptr<const PreviewState> first_state() { return state(first_audience_); }

  /// The sources have changed.
  void outdate() { ++sources_; }

 private:
  struct Entry {
    std::uint64_t sources = 0;  ///< The value of `sources_` that it was built of.
    std::shared_ptr<const PreviewState> state;
  };

  bool is_known(const std::string& audience);
  std::shared_ptr<const PreviewState> present(const std::string& audience);
  std::shared_ptr<const PreviewState> rebuild(const std::string& audience);
  PreviewState next_state(const std::string& audience, PreviewBuild built);

  const BuildPreview build_;
  const std::string first_audience_;
  std::atomic<std::uint64_t> sources_ = 1;
  std::mutex building_;  ///< Held while building; before `mutex_`.
  std::mutex mutex_;     ///< Guards what follows.
  std::map<std::string, Entry> entries_;
  std::vector<std::string> audiences_;
};

}  // namespace opsg::preview
