#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "child_process.h"
#include "rendered_site.h"

namespace opsg::search {

/// Pagefind as a service (`pagefind --service`): requests and answers are JSON in base64, one after
/// the other, as Pagefind's own packages speak to it. Nothing is put on the disk, and pages are
/// indexed in the order in which they are added, which its command for folders does not promise.
class PagefindService {
 public:
  static Result<PagefindService> start(const std::filesystem::path& program, Deadline deadline);

  /// Begins another index, without navigation and the signs of permalinks; returns its number.
  Result<int> new_index();
  /// `url`: as results give it, from the site's root: "/meetings/m1/".
  Result<void> add_page(int index, const std::string& url, const std::string& html);
  /// All files of the index, by paths below its folder, in no order.
  Result<std::vector<RenderedFile>> files(int index);

 private:
  PagefindService(ChildProcess process, Deadline deadline)
      : process_(std::move(process)), deadline_(deadline) {}

  /// The payload of the answer, which is of that type.
  Result<nlohmann::json> ask(const nlohmann::json& payload, const std::string& answer_type);

  ChildProcess process_;
  Deadline deadline_;
  int message_id_ = 0;
};

}  // namespace opsg::search
