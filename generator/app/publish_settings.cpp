#include "publish_settings.h"

#include "toml_reader.h"

namespace opsg::app {

publishing::PublishConfig read_publish_settings(const SourceTree& tree, Diagnostics& diagnostics) {
  const SourceFile* site = tree.find("site.toml");
  if (!site) return {};
  Diagnostics reported_elsewhere;
  const auto table = read_toml(site->bytes, site->path, 1, reported_elsewhere);
  if (!table) return {};
  return publishing::read_publish_config(*table, diagnostics);
}

}  // namespace opsg::app
