#include "target_values.h"

#include <algorithm>
#include <array>
#include <vector>

#include "ascii.h"
#include "text.h"

namespace opsg::publishing {
namespace {

bool has_only(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return is_ascii_letter_or_digit(c) || others.find(c) != std::string_view::npos;
  });
}

/// Safe to be an argument of a program.
bool is_argument(std::string_view text) {
  return !text.empty() && text.front() != '-' && is_valid_utf8(text) && printable(text) == text &&
         text.find('\t') == std::string_view::npos;
}

bool is_host(std::string_view text) {
  return !text.empty() && text.front() != '-' && has_only(text, "-._[]:");
}

bool is_user(std::string_view text) {
  return !text.empty() && text.front() != '-' && has_only(text, "-._+");
}

/// `host` or `user@host`.
bool is_login(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos) return is_host(text);
  return is_user(text.substr(0, at)) && is_host(text.substr(at + 1));
}

/// `host:path` or `user@host:path`, as ssh's companions take it. An IPv6 address is in brackets.
bool is_ssh_place(std::string_view text) {
  const std::size_t bracket = text.find(']');
  const std::size_t colon = text.find(':', bracket == std::string_view::npos ? 0 : bracket);
  if (colon == std::string_view::npos || colon + 1 == text.size()) return false;
  const std::string_view path = text.substr(colon + 1);
  return path.front() != ':' && path.front() != '-' && !path.starts_with("//") &&
         is_login(text.substr(0, colon));
}

/// `scheme://user@host/path`, where the scheme is one of these.
template <std::size_t N>
bool is_url_of(std::string_view text, const std::array<std::string_view, N>& schemes) {
  const std::size_t end = text.find("://");
  if (end == std::string_view::npos) return false;
  if (std::find(schemes.begin(), schemes.end(), text.substr(0, end)) == schemes.end()) return false;
  const std::string_view rest = text.substr(end + 3);
  return is_login(rest.substr(0, rest.find('/')));
}

bool is_part_of_path(std::string_view part) {
  return !part.empty() && part != "." && part != "..";
}

}  // namespace

bool is_target_name(std::string_view text) {
  return !text.empty() && text.front() != '-' && has_only(text, "-_");
}

bool is_audience_name(std::string_view text) {
  return is_target_name(text);
}

bool is_folder_path(std::string_view text) {
  return is_argument(text);
}

bool is_rsync_destination(std::string_view text) {
  constexpr std::array<std::string_view, 1> kSchemes = {"rsync"};
  return is_argument(text) && (is_url_of(text, kSchemes) || is_ssh_place(text));
}

bool is_rclone_remote(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (!is_argument(text) || colon == std::string_view::npos || colon == 0) return false;
  return has_only(text.substr(0, colon), "-_.+@ ");
}

bool is_git_repository(std::string_view text) {
  constexpr std::array<std::string_view, 4> kSchemes = {"ssh", "https", "http", "git"};
  if (!is_argument(text)) return false;
  if (text.starts_with("file:///")) return true;
  if (text.find("://") != std::string_view::npos) return is_url_of(text, kSchemes);
  // `ext::` and the like run programs.
  return text.find("::") == std::string_view::npos &&
         (is_ssh_place(text) || text.find(':') == std::string_view::npos);
}

bool is_branch_name(std::string_view text) {
  if (!is_argument(text) || !has_only(text, "-._/")) return false;
  const auto parts = split(text, '/');
  return text.find("..") == std::string_view::npos && text.back() != '.' &&
         std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && part.front() != '.' && !part.ends_with(".lock");
         });
}

bool is_web_folder(std::string_view text) {
  constexpr std::array<std::string_view, 2> kSchemes = {"https", "http"};
  return is_url_of(text, kSchemes) && has_only(text, "-._~/%:[]");
}

bool is_host_path(std::string_view text) {
  if (!is_argument(text) || text.find('\\') != std::string_view::npos) return false;
  if (text.back() == '/') text.remove_suffix(1);
  const auto parts = split(text, '/');
  return std::all_of(parts.begin(), parts.end(), is_part_of_path);
}

bool has_password(std::string_view text) {
  const std::size_t scheme = text.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::string_view rest = text.substr(scheme + 3);
  const std::string_view authority = rest.substr(0, rest.find('/'));
  const std::size_t at = authority.rfind('@');
  if (at == std::string_view::npos) return false;
  const bool web = starts_with_ignoring_case(text, "http");
  return web || authority.substr(0, at).find(':') != std::string_view::npos;
}

}  // namespace opsg::publishing
