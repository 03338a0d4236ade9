#include "site_server.h"

#include <fstream>

namespace opsg::testing {

SiteServer::SiteServer(const Files& files)
    : process_(OPSG_SOURCE_DIR "/tests/publishing/site_server.py", folder_.path()) {
  for (const auto& [path, bytes] : files) write(site() / path, bytes);
  write(site() / output::kManifestName, output::format_manifest(manifest_of(files)));
}

void SiteServer::rule(const std::string& line) {
  std::ofstream(folder_ / "rules", std::ios::app) << line << '\n';
}

}  // namespace opsg::testing
