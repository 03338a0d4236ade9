#include "passage_hash.h"

#include <string_view>

#include "sha256.h"

namespace opsg::comparison {
namespace {

void append_field(std::string& out, std::string_view text) {
  out.append(std::to_string(text.size())).append(":").append(text).append("\n");
}

void append_list(std::string& out, const std::vector<std::string>& list) {
  append_field(out, std::to_string(list.size()));
  for (const std::string& each : list) append_field(out, each);
}

void append_content(std::string& out, const Passage& passage) {
  append_field(out, passage.kind);
  append_field(out, passage.text);
  append_list(out, passage.links);
  append_field(out, passage.sha256);
}

/// Without entry and headings, by what a place was in the first form.
std::string hash_by_item(std::string canonical, const Passage& passage) {
  append_field(canonical, passage.document);
  append_field(canonical, passage.item);
  append_content(canonical, passage);
  return sha256_hex(canonical);
}

}  // namespace

std::string passage_hash(const Passage& passage) {
  if (!passage.place_known) return hash_by_item("opsg-site passage without place\n", passage);
  std::string canonical = "opsg-site passage 2\n";
  append_field(canonical, passage.document);
  append_field(canonical, passage.item);
  append_field(canonical, passage.item_title);
  append_field(canonical, passage.register_name);
  append_field(canonical, passage.entry);
  append_list(canonical, passage.headings);
  append_content(canonical, passage);
  return sha256_hex(canonical);
}

std::string text_hash(std::span<const Passage* const> passages) {
  std::string canonical = "opsg-site text 2\n";
  for (const Passage* passage : passages) append_field(canonical, passage_hash(*passage));
  return sha256_hex(canonical);
}

std::string approved_passage_hash(const Passage& passage, std::string_view behind) {
  std::string canonical = "opsg-site approved passage 3\n";
  append_field(canonical, passage_hash(passage));
  append_field(canonical, behind);
  return sha256_hex(canonical);
}

std::string moved_passage_hash(const Passage& passage, std::string_view new_order) {
  std::string canonical = "opsg-site moved passage 2\n";
  append_field(canonical, passage_hash(passage));
  append_field(canonical, new_order);
  return sha256_hex(canonical);
}

std::string former_passage_hash(const Passage& passage) {
  return hash_by_item("opsg-site passage 1\n", passage);
}

std::string content_hash(const Passage& passage) {
  std::string canonical;
  append_content(canonical, passage);
  return sha256_hex(canonical);
}

}  // namespace opsg::comparison
