#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "directory_target.h"
#include "output_test_support.h"
#include "publish_target.h"
#include "release_stage.h"

namespace opsg::testing {

/// A site with an output folder `public/`, published to a folder `www/` beside it.
class PublishedSite {
 public:
  explicit PublishedSite(std::size_t keep = 5, std::string audience = "public");
  PublishedSite(std::filesystem::path root, std::size_t keep);

  /// Builds the files and publishes them as the program does. "refused: ...", "unverified: ..." or
  /// "failed: ...", with the temporary folder's path as "SITE"; "" where it works.
  std::string publish(const Files& files, const publishing::PublishRequest& request = {});
  /// What the last publish() that worked reported.
  const publishing::PublishReport& report() const { return report_; }
  std::string error_of(const publishing::PublishError& error) const;

  publishing::DirectoryTarget target() const;
  const std::filesystem::path& root() const { return site_.root(); }
  std::filesystem::path www() const { return root() / "www"; }
  /// What the web server would send, by path.
  Files served() const { return files_in(www() / "current"); }
  std::vector<std::string> release_numbers() const;  ///< Oldest first: "0001".

 private:
  OutputSite site_;
  std::size_t keep_;
  std::string audience_;
  publishing::PublishReport report_;
};

}  // namespace opsg::testing
