#include "active_content.h"

#include <algorithm>
#include <array>
#include <string>

#include "text.h"
#include "word_list.h"

namespace opsg::restricted {
namespace {

constexpr std::string_view kInBrowsers = "a browser would run scripts in it as the site's own";
constexpr std::string_view kInServers = "a web server may run it";

constexpr ActiveContent kPage{"a web page", kInBrowsers};
constexpr ActiveContent kPicture{"an SVG picture", kInBrowsers};
constexpr ActiveContent kXml{"an XML file", kInBrowsers};
constexpr ActiveContent kScript{"a script", "a page of the site could run it"};
constexpr ActiveContent kProgram{"a web server's program", kInServers};

constexpr auto kPageEndings = std::to_array<std::string_view>(
    {"htm", "html", "shtm", "shtml", "xht", "xhtml", "mht", "mhtml", "hta"});
constexpr auto kPictureEndings = std::to_array<std::string_view>({"svg", "svgz"});
constexpr auto kXmlEndings =
    std::to_array<std::string_view>({"xml", "xsl", "xslt", "rdf", "atom", "rss"});
constexpr auto kScriptEndings = std::to_array<std::string_view>({"js", "mjs"});
constexpr auto kProgramEndings =
    std::to_array<std::string_view>({"php", "php3", "php4", "php5", "php7", "php8", "phtml", "phar",
                                     "cgi", "fcgi", "asp", "aspx", "ashx", "jsp", "jspx", "cfm"});

std::optional<ActiveContent> by_ending(std::string_view ending) {
  if (is_one_of(ending, kPageEndings)) return kPage;
  if (is_one_of(ending, kPictureEndings)) return kPicture;
  if (is_one_of(ending, kXmlEndings)) return kXml;
  if (is_one_of(ending, kScriptEndings)) return kScript;
  if (is_one_of(ending, kProgramEndings)) return kProgram;
  return std::nullopt;
}

/// "a.html.en" has two endings.
std::optional<ActiveContent> by_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  const auto parts = split(lower, '.');
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (const auto found = by_ending(trim(parts[i]))) return found;
  }
  return std::nullopt;
}

/// As the WHATWG's "MIME Sniffing", 7.1, tells HTML and XML, with what SVG begins with.
constexpr auto kPageBeginnings = std::to_array<std::string_view>(
    {"<!doctype", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a",
     "<style", "<title", "<b", "<body", "<br", "<p"});

bool begins_with_tag(std::string_view text, std::string_view tag) {
  if (!starts_with_ignoring_case(text, tag) || text.size() == tag.size()) return false;
  const char next = text[tag.size()];
  return next == '>' || std::string_view(" \t\n\f\r").find(next) != std::string_view::npos;
}

std::optional<ActiveContent> by_bytes(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\n\f\r"), bytes.size()));
  if (bytes.starts_with("<?xml")) return kXml;
  if (begins_with_tag(bytes, "<svg")) return kPicture;
  const bool is_page =
      bytes.starts_with("<!--") ||
      std::any_of(kPageBeginnings.begin(), kPageBeginnings.end(),
                  [&](std::string_view tag) { return begins_with_tag(bytes, tag); });
  return is_page ? std::optional(kPage) : std::nullopt;
}

}  // namespace

std::optional<ActiveContent> active_content(std::string_view name, std::string_view bytes) {
  const auto named = by_name(name);
  return named ? named : by_bytes(bytes);
}

}  // namespace opsg::restricted
