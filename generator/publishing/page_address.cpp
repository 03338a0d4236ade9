#include "page_address.h"

#include <fmt/format.h>

#include <iterator>

#include "ascii.h"
#include "web_address.h"

namespace opsg::publishing {
namespace {

constexpr std::string_view kIndex = "index.html";

/// RFC 3986, 2.3.
bool is_unreserved(char c) {
  return is_ascii_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

std::optional<std::string> site_address(std::string_view text) {
  if (text.find_first_of("?#") != std::string_view::npos) return std::nullopt;
  const auto address = web::parse_web_address(text);
  if (!address) return std::nullopt;
  return address->url.ends_with('/') ? address->url : address->url + '/';
}

bool is_folder_index(std::string_view path) {
  return path.ends_with(kIndex) && path.size() > kIndex.size() &&
         path[path.size() - kIndex.size() - 1] == '/';
}

std::string_view folder_of_index(std::string_view path) {
  return path.substr(0, path.size() - kIndex.size() - 1);
}

std::string page_address(const std::string& site, std::string_view path) {
  const bool is_index = path == kIndex || is_folder_index(path);
  if (is_index) path.remove_suffix(kIndex.size());
  return file_address(site, path);
}

std::string file_address(const std::string& site, std::string_view path) {
  std::string address = site;
  for (const char c : path) {
    if (is_unreserved(c) || c == '/') {
      address += c;
    } else {
      fmt::format_to(std::back_inserter(address), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return address;
}

}  // namespace opsg::publishing
