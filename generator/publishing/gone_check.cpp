#include "gone_check.h"

#include <fmt/format.h>

#include <string_view>

#include "page_address.h"

namespace opsg::publishing {
namespace {

Difference withdrawn(const GoneAddress& address, const web::PageAnswer& answer) {
  const std::string what =
      answer.failure.empty() ? fmt::format("it answers {}", answer.status) : answer.failure;
  return {DifferenceKind::withdrawn, address.path, fmt::format("{}: {}", address.url, what)};
}

}  // namespace

std::vector<GoneAddress> gone_addresses(const std::string& site, const output::Manifest& manifest,
                                        const std::vector<std::string>& removed) {
  std::vector<GoneAddress> addresses;
  for (const std::string& path : removed) {
    addresses.push_back({path, file_address(site, path)});
    if (!is_folder_index(path)) continue;
    const std::string_view folder = folder_of_index(path);
    if (!manifest.has_folder(folder)) addresses.push_back({path, page_address(site, path)});
  }
  return addresses;
}

std::vector<GoneAddress> still_served(const std::vector<GoneAddress>& addresses,
                                      const web::FetchLimits& limits, Progress* progress,
                                      std::vector<Difference>& differences) {
  std::vector<web::PageRequest> pages;
  for (const GoneAddress& address : addresses) pages.push_back({address.url});
  const auto answers = web::fetch_pages(pages, limits, progress);
  std::vector<GoneAddress> left;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i].is_gone()) continue;
    differences.push_back(withdrawn(addresses[i], answers[i]));
    left.push_back(addresses[i]);
  }
  return left;
}

}  // namespace opsg::publishing
