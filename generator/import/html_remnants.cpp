#include "html_remnants.h"

#include <re2/re2.h>

#include <map>

#include "text.h"

namespace opsg::importing {
namespace {

/// What a tag stands for, by its name.
const std::map<std::string, std::string_view, std::less<>>& tag_meanings() {
  static const std::map<std::string, std::string_view, std::less<>> meanings = {
      {"p", "\n"},  {"br", "\n"},     {"div", "\n"}, {"li", "\n"},  {"ul", "\n"}, {"ol", "\n"},
      {"b", "**"},  {"strong", "**"}, {"i", "*"},    {"em", "*"},   {"u", ""},    {"span", ""},
      {"font", ""}, {"sup", ""},      {"sub", ""},   {"o:p", ""},   {"a", ""},    {"small", ""},
      {"td", " "},  {"tr", "\n"},     {"th", " "},   {"table", ""}, {"tbody", ""}};
  return meanings;
}

std::string character_of(std::string_view entity) {
  static const std::map<std::string, std::string_view, std::less<>> named = {
      {"amp", "&"},   {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},
      {"nbsp", " "},  {"rsquo", "’"}, {"lsquo", "‘"},  {"rdquo", "”"}, {"ldquo", "“"},
      {"ndash", "–"}, {"mdash", "—"}, {"hellip", "…"}, {"bull", "•"},  {"pound", "£"}};
  const auto found = named.find(entity);
  if (found != named.end()) return std::string(found->second);
  unsigned int code = 0;
  const re2::StringPiece text(entity.data(), entity.size());
  const bool numeric = RE2::FullMatch(text, R"(#(\d{1,6}))", &code) ||
                       RE2::FullMatch(text, R"(#[xX]([0-9a-fA-F]{1,5}))", RE2::Hex(&code));
  const bool character = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  if (!numeric || !character) return {};
  std::string out;
  append_utf8(out, static_cast<char32_t>(code));
  return printable(out);
}

std::string decode_entities(std::string_view text) {
  static const RE2 entity(R"(&(#?[A-Za-z0-9]{1,8});)");
  std::string out;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece name;
  while (RE2::PartialMatch(rest, entity, &name)) {
    const auto before = static_cast<std::size_t>(name.data() - 1 - rest.data());
    out.append(rest.data(), before);
    const std::string written = "&" + std::string(name) + ";";
    const std::string character = character_of({name.data(), name.size()});
    out += character.empty() ? written : character;
    rest.remove_prefix(before + written.size());
  }
  return out.append(rest.data(), rest.size());
}

std::string without_tags(std::string_view text) {
  static const RE2 tag(R"((</?([A-Za-z][A-Za-z0-6:]*)(?:\s[^<>]*)?/?>))");
  std::string out;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece whole;
  std::string name;
  while (RE2::PartialMatch(rest, tag, &whole, &name)) {
    const auto before = static_cast<std::size_t>(whole.data() - rest.data());
    out.append(rest.data(), before);
    const auto meaning = tag_meanings().find(ascii_lower(name));
    if (meaning == tag_meanings().end()) {
      out.append(whole.data(), whole.size());
    } else {
      out += meaning->second;
    }
    rest.remove_prefix(before + whole.size());
  }
  return out.append(rest.data(), rest.size());
}

std::string with_links(std::string_view text) {
  static const RE2 anchor(R"raw((?i)(<a\s(?:[^<>]*\s)?href="([^"<>\s]*)"[^<>]*>([^<>]*)</a>))raw");
  std::string out;
  re2::StringPiece rest(text.data(), text.size());
  re2::StringPiece whole;
  std::string target;
  std::string shown;
  while (RE2::PartialMatch(rest, anchor, &whole, &target, &shown)) {
    const auto skipped = static_cast<std::size_t>(whole.data() - rest.data());
    out.append(rest.data(), skipped).append("[" + shown + "](" + target + ")");
    rest.remove_prefix(skipped + whole.size());
  }
  return out.append(rest.data(), rest.size());
}

}  // namespace

std::string without_html(std::string_view text) {
  std::string out(text);
  if (out.find('<') != std::string::npos) {
    out = without_tags(with_links(out));
  }
  return out.find('&') == std::string::npos ? out : decode_entities(out);
}

}  // namespace opsg::importing
