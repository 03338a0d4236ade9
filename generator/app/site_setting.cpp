#include "site_setting.h"

#include "toml_reader.h"

namespace opsg::app {

std::optional<TomlValue> site_setting(const SourceTree& tree, std::string_view key) {
  const SourceFile* site = tree.find("site.toml");
  if (!site) return std::nullopt;
  Diagnostics reported_elsewhere;
  const auto table = read_toml(site->bytes, site->path, 1, reported_elsewhere);
  const TomlValue* value = table ? table->find(key) : nullptr;
  if (!value || !value->string()) return std::nullopt;
  return *value;
}

}  // namespace opsg::app
