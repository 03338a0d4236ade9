#include "secret_filter.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace opsg::publishing {
namespace {

constexpr std::string_view kHidden = "[hidden]";
constexpr std::size_t kShortestSecret = 3;  // Shorter ones would blot out words.

bool names_secret(std::string_view name) {
  constexpr std::array<std::string_view, 7> kWords = {"pass", "secret", "token",     "key",
                                                      "auth", "cred",   "connection"};
  const std::string lower = ascii_lower(name);
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Paths of keys and sockets are none: they help to understand a message.
bool is_secret(std::string_view name, std::string_view value) {
  return value.size() >= kShortestSecret && names_secret(name) && !value.starts_with('/');
}

void replace_all(std::string& text, std::string_view what) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + kHidden.size())) {
    text.replace(at, what.size(), kHidden);
  }
}

/// "https://user:secret@host" becomes "https://host".
void cut_logins(std::string& text) {
  for (std::size_t at = text.find("://"); at != std::string::npos; at = text.find("://", at + 3)) {
    const std::size_t begin = at + 3;
    const std::size_t end = std::min(text.find_first_of("/ \t\n'\"", begin), text.size());
    const std::size_t login = text.rfind('@', end == 0 ? 0 : end - 1);
    if (login != std::string::npos && login >= begin && login < end) {
      text.erase(begin, login + 1 - begin);
    }
  }
}

/// The rest of a line behind such a header.
void cut_headers(std::string& text) {
  for (const std::string_view header : {"authorization:", "cookie:"}) {
    std::string lower = ascii_lower(text);
    for (std::size_t at = lower.find(header); at != std::string::npos;
         at = lower.find(header, at)) {
      const std::size_t begin = at + header.size();
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      text.replace(begin, end - begin, kHidden);
      lower = ascii_lower(text);
      at = begin;
    }
  }
}

std::string printable_lines(std::string_view text) {
  std::string out;
  for (const std::string_view line : split_lines(text)) out += printable(line) + '\n';
  return out;
}

}  // namespace

std::string without_secrets(std::string_view text, const std::vector<std::string>& environment) {
  std::string shown(text);
  for (const std::string& variable : environment) {
    const std::size_t equals = variable.find('=');
    if (equals == std::string::npos) continue;
    const std::string_view value = std::string_view(variable).substr(equals + 1);
    if (is_secret(std::string_view(variable).substr(0, equals), value)) replace_all(shown, value);
  }
  cut_logins(shown);
  cut_headers(shown);
  return printable_lines(shown);
}

}  // namespace opsg::publishing
