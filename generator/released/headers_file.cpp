#include "headers_file.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <set>

#include "content_policy.h"
#include "text.h"

namespace opsg::released {
namespace {

/// What a page says of itself in its head.
std::optional<std::string> stated_policy(std::string_view page) {
  static const re2::RE2 kMeta(
      R"re((?i)<meta\s+http-equiv="content-security-policy"\s+content="([^"]*)")re");
  std::string policy;
  const std::string_view head = page.substr(0, page.find("</head>"));
  if (!re2::RE2::PartialMatch(head, kMeta, &policy)) return std::nullopt;
  return policy;
}

/// Thousands of pages state a few policies.
std::set<std::string> stated_policies(const std::vector<RenderedFile>& files) {
  std::set<std::string> policies;
  for (const RenderedFile& file : files) {
    if (file.path.ends_with(".html")) policies.insert(stated_policy(file.bytes).value_or(""));
  }
  return policies;
}

/// A `<meta>` cannot keep other sites from framing the page.
std::string content_policy(const std::vector<RenderedFile>& files) {
  std::optional<ContentPolicy> policy;
  for (const std::string& stated : stated_policies(files)) {
    if (policy) {
      policy->widen(ContentPolicy(stated));
    } else {
      policy = ContentPolicy(stated);
    }
  }
  const std::string text = policy ? policy->text() : std::string();
  return text + (text.empty() ? "" : "; ") + "frame-ancestors 'none'";
}

void add_paths(const std::vector<ThemeAsset>& assets, std::set<std::string>& paths) {
  for (const ThemeAsset& asset : assets) paths.insert(asset.path);
}

std::set<std::string> fingerprinted_paths(const Theme& theme) {
  std::set<std::string> paths;
  const auto add = [&](const PageAssets& assets) {
    add_paths(assets.stylesheets, paths);
    add_paths(assets.scripts, paths);
  };
  add(theme.on_every_page);
  for (const auto& [name, assets] : theme.on_pages) add(assets);
  if (theme.icon) paths.insert(theme.icon->path);
  return paths;
}

/// Whether a line of `_headers` that begins so means this path and no other.
bool means_itself(std::string_view path) {
  static const re2::RE2 kPlain(R"([A-Za-z0-9._/-]+)");
  return re2::RE2::FullMatch(path, kPlain);
}

}  // namespace

std::vector<ResponseHeader> security_headers(const std::vector<RenderedFile>& files,
                                             std::string_view base_url) {
  std::vector<ResponseHeader> headers = {
      {"Content-Security-Policy", content_policy(files)},
      {"X-Content-Type-Options", "nosniff"},
      {"Referrer-Policy", "no-referrer"},
      {"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"},
      {"Cross-Origin-Opener-Policy", "same-origin"},
  };
  if (starts_with_ignoring_case(base_url, "https://")) {
    headers.push_back({"Strict-Transport-Security", "max-age=31536000"});
  }
  return headers;
}

RenderedFile headers_file(const std::vector<RenderedFile>& files, const Theme& theme,
                          std::string_view base_url) {
  std::string text = "/*\n";
  for (const ResponseHeader& header : security_headers(files, base_url)) {
    text += "  " + header.name + ": " + header.value + '\n';
  }
  for (const std::string& path : fingerprinted_paths(theme)) {
    if (!means_itself(path)) continue;
    text += '/' + path + "\n  Cache-Control: public, max-age=31536000, immutable\n";
  }
  return {"_headers", std::move(text)};
}

}  // namespace opsg::released
