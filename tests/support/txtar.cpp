#include "txtar.h"

#include <optional>

namespace opsg::test {
namespace {

std::optional<std::string> file_marker(std::string_view line) {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (line.size() < 7 || !line.starts_with("-- ") || !line.ends_with(" --")) return std::nullopt;
  return std::string(line.substr(3, line.size() - 6));
}

}  // namespace

const std::string* Txtar::find(std::string_view path) const {
  for (const auto& [name, text] : files) {
    if (name == path) return &text;
  }
  return nullptr;
}

void Txtar::set(std::string_view path, std::string text) {
  for (auto& [name, old] : files) {
    if (name == path) {
      old = std::move(text);
      return;
    }
  }
  files.emplace_back(path, std::move(text));
}

Txtar parse_txtar(std::string_view text) {
  Txtar archive;
  std::string* target = &archive.comment;
  while (!text.empty()) {
    const auto newline = text.find('\n');
    const std::string_view line =
        text.substr(0, newline == std::string_view::npos ? text.size() : newline + 1);
    text.remove_prefix(line.size());
    if (auto path = file_marker(line)) {
      archive.files.emplace_back(std::move(*path), "");
      target = &archive.files.back().second;
    } else {
      target->append(line);
    }
  }
  return archive;
}

std::string format_txtar(const Txtar& archive) {
  std::string out = archive.comment;
  for (const auto& [path, text] : archive.files) {
    out += "-- " + path + " --\n" + text;
    if (!text.empty() && text.back() != '\n') out += '\n';
  }
  return out;
}

}  // namespace opsg::test
