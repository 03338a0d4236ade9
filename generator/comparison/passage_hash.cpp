#include "passage_hash.h"

#include <string_view>

#include "sha256.h"

namespace opsg::comparison {
namespace {

void append_field(std::string& out, std::string_view text) {
  out.append(std::to_string(text.size())).append(":").append(text).append("\n");
}

void append_content(std::string& out, const Passage& passage) {
  append_field(out, passage.kind);
  append_field(out, passage.text);
  append_field(out, std::to_string(passage.links.size()));
  for (const std::string& link : passage.links) append_field(out, link);
  append_field(out, passage.sha256);
}

}  // namespace

std::string passage_hash(const Passage& passage) {
  std::string canonical = "opsg-site passage 1\n";
  append_field(canonical, passage.document);
  append_field(canonical, passage.item);
  append_content(canonical, passage);
  return sha256_hex(canonical);
}

std::string content_hash(const Passage& passage) {
  std::string canonical;
  append_content(canonical, passage);
  return sha256_hex(canonical);
}

}  // namespace opsg::comparison
