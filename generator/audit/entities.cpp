#include <algorithm>
#include <array>

#include "escapes.h"

namespace opsg::audit {
namespace {

struct Entity {
  std::string_view name;
  std::string_view text;
};

/// Sorted by name.
constexpr auto kEntities = std::to_array<Entity>({
    {"AElig", "\u00C6"},   {"AMP", "&"},          {"Aacute", "\u00C1"},  {"Abreve", "\u0102"},
    {"Acirc", "\u00C2"},   {"Agrave", "\u00C0"},  {"Alpha", "\u0391"},   {"Amacr", "\u0100"},
    {"Aogon", "\u0104"},   {"Aring", "\u00C5"},   {"Atilde", "\u00C3"},  {"Auml", "\u00C4"},
    {"Beta", "\u0392"},    {"Cacute", "\u0106"},  {"Ccaron", "\u010C"},  {"Ccedil", "\u00C7"},
    {"Chi", "\u03A7"},     {"Dagger", "\u2021"},  {"Dcaron", "\u010E"},  {"Delta", "\u0394"},
    {"Dstrok", "\u0110"},  {"ETH", "\u00D0"},     {"Eacute", "\u00C9"},  {"Ecaron", "\u011A"},
    {"Ecirc", "\u00CA"},   {"Egrave", "\u00C8"},  {"Emacr", "\u0112"},   {"Eogon", "\u0118"},
    {"Epsilon", "\u0395"}, {"Eta", "\u0397"},     {"Euml", "\u00CB"},    {"GT", ">"},
    {"Gamma", "\u0393"},   {"Gbreve", "\u011E"},  {"Iacute", "\u00CD"},  {"Icirc", "\u00CE"},
    {"Igrave", "\u00CC"},  {"Imacr", "\u012A"},   {"Iota", "\u0399"},    {"Iuml", "\u00CF"},
    {"Kappa", "\u039A"},   {"LT", "<"},           {"Lambda", "\u039B"},  {"Lstrok", "\u0141"},
    {"Mu", "\u039C"},      {"Nacute", "\u0143"},  {"Ncaron", "\u0147"},  {"NewLine", "\n"},
    {"Ntilde", "\u00D1"},  {"Nu", "\u039D"},      {"OElig", "\u0152"},   {"Oacute", "\u00D3"},
    {"Ocirc", "\u00D4"},   {"Odblac", "\u0150"},  {"Ograve", "\u00D2"},  {"Omega", "\u03A9"},
    {"Omicron", "\u039F"}, {"Oslash", "\u00D8"},  {"Otilde", "\u00D5"},  {"Ouml", "\u00D6"},
    {"Phi", "\u03A6"},     {"Pi", "\u03A0"},      {"Prime", "\u2033"},   {"Psi", "\u03A8"},
    {"QUOT", "\""},        {"Rcaron", "\u0158"},  {"Rho", "\u03A1"},     {"Sacute", "\u015A"},
    {"Scaron", "\u0160"},  {"Scedil", "\u015E"},  {"Sigma", "\u03A3"},   {"THORN", "\u00DE"},
    {"Tab", "\t"},         {"Tau", "\u03A4"},     {"Tcaron", "\u0164"},  {"Theta", "\u0398"},
    {"Uacute", "\u00DA"},  {"Ucirc", "\u00DB"},   {"Udblac", "\u0170"},  {"Ugrave", "\u00D9"},
    {"Umacr", "\u016A"},   {"Upsilon", "\u03A5"}, {"Uring", "\u016E"},   {"Uuml", "\u00DC"},
    {"Xi", "\u039E"},      {"Yacute", "\u00DD"},  {"Yuml", "\u0178"},    {"Zacute", "\u0179"},
    {"Zdot", "\u017B"},    {"Zeta", "\u0396"},    {"aacute", "\u00E1"},  {"abreve", "\u0103"},
    {"acirc", "\u00E2"},   {"acute", "\u00B4"},   {"aelig", "\u00E6"},   {"agrave", "\u00E0"},
    {"alpha", "\u03B1"},   {"amacr", "\u0101"},   {"amp", "&"},          {"aogon", "\u0105"},
    {"apos", "'"},         {"aring", "\u00E5"},   {"ast", "*"},          {"atilde", "\u00E3"},
    {"auml", "\u00E4"},    {"bdquo", "\u201E"},   {"beta", "\u03B2"},    {"brvbar", "\u00A6"},
    {"bsol", "\\"},        {"bull", "\u2022"},    {"cacute", "\u0107"},  {"ccaron", "\u010D"},
    {"ccedil", "\u00E7"},  {"cedil", "\u00B8"},   {"cent", "\u00A2"},    {"chi", "\u03C7"},
    {"colon", ":"},        {"comma", ","},        {"commat", "@"},       {"copy", "\u00A9"},
    {"curren", "\u00A4"},  {"dagger", "\u2020"},  {"dash", "\u2010"},    {"dcaron", "\u010F"},
    {"deg", "\u00B0"},     {"delta", "\u03B4"},   {"divide", "\u00F7"},  {"dollar", "$"},
    {"dstrok", "\u0111"},  {"eacute", "\u00E9"},  {"ecaron", "\u011B"},  {"ecirc", "\u00EA"},
    {"egrave", "\u00E8"},  {"emacr", "\u0113"},   {"emsp", "\u2003"},    {"ensp", "\u2002"},
    {"eogon", "\u0119"},   {"epsilon", "\u03B5"}, {"equals", "="},       {"eta", "\u03B7"},
    {"eth", "\u00F0"},     {"euml", "\u00EB"},    {"euro", "\u20AC"},    {"excl", "!"},
    {"frac12", "\u00BD"},  {"frac14", "\u00BC"},  {"frac34", "\u00BE"},  {"frasl", "\u2044"},
    {"gamma", "\u03B3"},   {"gbreve", "\u011F"},  {"grave", "`"},        {"gt", ">"},
    {"hellip", "\u2026"},  {"hyphen", "\u2010"},  {"iacute", "\u00ED"},  {"icirc", "\u00EE"},
    {"iexcl", "\u00A1"},   {"igrave", "\u00EC"},  {"imacr", "\u012B"},   {"iota", "\u03B9"},
    {"iquest", "\u00BF"},  {"iuml", "\u00EF"},    {"kappa", "\u03BA"},   {"lambda", "\u03BB"},
    {"laquo", "\u00AB"},   {"lbrack", "["},       {"lcub", "{"},         {"ldquo", "\u201C"},
    {"lowbar", "_"},       {"lpar", "("},         {"lrm", "\u200E"},     {"lsaquo", "\u2039"},
    {"lsqb", "["},         {"lsquo", "\u2018"},   {"lstrok", "\u0142"},  {"lt", "<"},
    {"macr", "\u00AF"},    {"mdash", "\u2014"},   {"micro", "\u00B5"},   {"middot", "\u00B7"},
    {"mu", "\u03BC"},      {"nacute", "\u0144"},  {"nbsp", "\u00A0"},    {"ncaron", "\u0148"},
    {"ndash", "\u2013"},   {"not", "\u00AC"},     {"ntilde", "\u00F1"},  {"nu", "\u03BD"},
    {"num", "#"},          {"oacute", "\u00F3"},  {"ocirc", "\u00F4"},   {"odblac", "\u0151"},
    {"oelig", "\u0153"},   {"ograve", "\u00F2"},  {"oline", "\u203E"},   {"omega", "\u03C9"},
    {"omicron", "\u03BF"}, {"ordf", "\u00AA"},    {"ordm", "\u00BA"},    {"oslash", "\u00F8"},
    {"otilde", "\u00F5"},  {"ouml", "\u00F6"},    {"para", "\u00B6"},    {"percnt", "%"},
    {"period", "."},       {"permil", "\u2030"},  {"phi", "\u03C6"},     {"pi", "\u03C0"},
    {"plus", "+"},         {"plusmn", "\u00B1"},  {"pound", "\u00A3"},   {"prime", "\u2032"},
    {"psi", "\u03C8"},     {"quest", "?"},        {"quot", "\""},        {"raquo", "\u00BB"},
    {"rbrack", "]"},       {"rcaron", "\u0159"},  {"rcub", "}"},         {"rdquo", "\u201D"},
    {"reg", "\u00AE"},     {"rho", "\u03C1"},     {"rlm", "\u200F"},     {"rpar", ")"},
    {"rsaquo", "\u203A"},  {"rsqb", "]"},         {"rsquo", "\u2019"},   {"sacute", "\u015B"},
    {"sbquo", "\u201A"},   {"scaron", "\u0161"},  {"scedil", "\u015F"},  {"sect", "\u00A7"},
    {"semi", ";"},         {"shy", "\u00AD"},     {"sigma", "\u03C3"},   {"sigmaf", "\u03C2"},
    {"sol", "/"},          {"sup1", "\u00B9"},    {"sup2", "\u00B2"},    {"sup3", "\u00B3"},
    {"szlig", "\u00DF"},   {"tau", "\u03C4"},     {"tcaron", "\u0165"},  {"theta", "\u03B8"},
    {"thinsp", "\u2009"},  {"thorn", "\u00FE"},   {"times", "\u00D7"},   {"trade", "\u2122"},
    {"uacute", "\u00FA"},  {"ucirc", "\u00FB"},   {"udblac", "\u0171"},  {"ugrave", "\u00F9"},
    {"umacr", "\u016B"},   {"uml", "\u00A8"},     {"upsilon", "\u03C5"}, {"uring", "\u016F"},
    {"uuml", "\u00FC"},    {"verbar", "|"},       {"xi", "\u03BE"},      {"yacute", "\u00FD"},
    {"yen", "\u00A5"},     {"yuml", "\u00FF"},    {"zacute", "\u017A"},  {"zdot", "\u017C"},
    {"zeta", "\u03B6"},    {"zwj", "\u200D"},     {"zwnj", "\u200C"},
});

}  // namespace

std::string_view named_entity(std::string_view name) {
  // Those of all that writes markup.
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "amp") return "&";
  if (name == "quot") return "\"";
  const auto at =
      std::lower_bound(kEntities.begin(), kEntities.end(), name,
                       [](const Entity& entity, std::string_view n) { return entity.name < n; });
  return at != kEntities.end() && at->name == name ? at->text : std::string_view();
}

}  // namespace opsg::audit
