#include "base_url.h"

#include <algorithm>

#include "ascii.h"
#include "text.h"

namespace opsg::released {
namespace {

bool is_of_url(char c) {
  return is_ascii_letter_or_digit(c) ||
         std::string_view("-._~/%:[]").find(c) != std::string_view::npos;
}

}  // namespace

bool is_http_url(std::string_view url) {
  return starts_with_ignoring_case(url, "https://") || starts_with_ignoring_case(url, "http://");
}

bool is_base_url(std::string_view url) {
  if (!is_http_url(url)) return false;
  const std::string_view rest = url.substr(url.find("//") + 2);
  return !rest.empty() && rest.front() != '/' && rest.front() != ':' &&
         std::all_of(rest.begin(), rest.end(), is_of_url);
}

}  // namespace opsg::released
