#include "look_alike.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "letter_folding.h"

namespace opsg {
namespace {

struct LookAlikes {
  char32_t ascii;
  std::u32string_view others;
};

// The letters of Unicode's confusables (UTS #39) whose usual glyphs are those of the ASCII letter,
// small capitals, raised letters and letters in other type.
constexpr std::array kLookAlikes = {
    LookAlikes{U'A', U"\u0410\u0391\u13AA\uA4EE\u1D00\u1D2C"},
    LookAlikes{U'a', U"\u0430\u03B1\u0251\u1D43"},
    LookAlikes{U'B', U"\u0412\u0392\u13F4\uA4D0\u0299\u1D2E\u212C"},
    LookAlikes{U'b', U"\u044C\u13CF\u1D47"},
    LookAlikes{U'C', U"\u0421\u03F9\u13DF\uA4DA\u1D04\u2102\u212D"},
    LookAlikes{U'c', U"\u0441\u03F2\u1D9C"},
    LookAlikes{U'D', U"\u13A0\uA4D3\u1D05\u1D30\u2145"},
    LookAlikes{U'd', U"\u0501\u13E7\u1D48\u2146"},
    LookAlikes{U'E', U"\u0415\u0395\u13AC\uA4F0\u1D07\u1D31\u2130"},
    LookAlikes{U'e', U"\u0435\u04BD\u0454\u1D49\u212F\u2147"},
    LookAlikes{U'F', U"\u03DC\uA4DD\uA730\u2131"},
    LookAlikes{U'G', U"\u050C\u13C0\uA4D6\u0262\u1D33"},
    LookAlikes{U'g', U"\u0261\u0581\u1D4D\u210A"},
    LookAlikes{U'H', U"\u041D\u0397\u13BB\uA4E7\u029C\u1D34\u210B\u210C\u210D"},
    LookAlikes{U'h', U"\u04BB\u0570\u02B0"},
    LookAlikes{U'I', U"\u0406\u0399\u04C0\uA4F2\u026A\u1D35\u2110\u2111"},
    LookAlikes{U'i', U"\u0456\u03B9\u0131\u2071\u2148"},
    LookAlikes{U'J', U"\u0408\u037F\u13AB\uA4D9\u1D0A\u1D36"},
    LookAlikes{U'j', U"\u0458\u03F3\u02B2\u2149"},
    LookAlikes{U'K', U"\u041A\u039A\u13E6\u212A\uA4D7\u1D0B\u1D37"},
    LookAlikes{U'k', U"\u043A\u03BA\u1D4F"},
    LookAlikes{U'L', U"\u13DE\uA4E1\u216C\u029F\u1D38\u2112"},
    LookAlikes{U'l', U"\u04CF\u217C\u02E1\u2113"},
    LookAlikes{U'M', U"\u041C\u039C\u13B7\uA4DF\u1D0D\u1D39\u2133"},
    LookAlikes{U'm', U"\u043C\u1D50"},
    LookAlikes{U'N', U"\u039D\uA4E0\u0274\u1D3A\u2115"},
    LookAlikes{U'n', U"\u0578\u057C\u207F"},
    LookAlikes{U'O', U"\u041E\u039F\u0555\uA4F3\u1D0F\u1D3C"},
    LookAlikes{U'o', U"\u043E\u03BF\u0585\u1D52\u2134"},
    LookAlikes{U'P', U"\u0420\u03A1\u13E2\uA4D1\u1D18\u1D3E\u2119"},
    LookAlikes{U'p', U"\u0440\u03C1\u1D56"},
    LookAlikes{U'Q', U"\u051A\u211A"},
    LookAlikes{U'q', U"\u051B"},
    LookAlikes{U'R', U"\u13A1\uA4E3\u211D\u0280\u1D3F\u211B\u211C"},
    LookAlikes{U'r', U"\u0433\u1D26\u02B3"},
    LookAlikes{U'S', U"\u0405\u054F\u13DA\uA4E2\uA731"},
    LookAlikes{U's', U"\u0455\u02E2"},
    LookAlikes{U'T', U"\u0422\u03A4\u13A2\uA4D4\u1D1B\u1D40"},
    LookAlikes{U't', U"\u0442\u03C4\u1D57"},
    LookAlikes{U'U', U"\u054D\uA4F4\u1D1C\u1D41"},
    LookAlikes{U'u', U"\u057D\u03C5\u1D58"},
    LookAlikes{U'V', U"\u0474\u13D9\uA4E6\u1D20"},
    LookAlikes{U'v', U"\u0475\u03BD\u1D5B"},
    LookAlikes{U'W', U"\u051C\u13B3\uA4EA\u1D21\u1D42"},
    LookAlikes{U'w', U"\u051D\u0461\u03C9\u02B7"},
    LookAlikes{U'X', U"\u0425\u03A7\uA4EB"},
    LookAlikes{U'x', U"\u0445\u03C7\u02E3"},
    LookAlikes{U'Y', U"\u04AE\u03A5\u0423\uA4EC\u028F"},
    LookAlikes{U'y', U"\u0443\u03B3\u04AF\u02B8"},
    LookAlikes{U'Z', U"\u0396\u13C3\uA4DC\u1D22\u2124\u2128"},
    LookAlikes{U'(', U"\u2768\u276A\u27EE\u207D\u208D\uFE59\u2985\u2E28\u27E8\u3008\u2329"},
    LookAlikes{U')', U"\u2769\u276B\u27EF\u207E\u208E\uFE5A\u2986\u2E29\u27E9\u3009\u232A"},
    LookAlikes{U'[',
               U"\u2772\u27E6\u3014\u3010\u2045\uFE5D\u298B\u300C\u300E\uFF62\u300A\u27EA\u3016"
               U"\u3018\u301A"},
    LookAlikes{U']',
               U"\u2773\u27E7\u3015\u3011\u2046\uFE5E\u298C\u300D\u300F\uFF63\u300B\u27EB\u3017"
               U"\u3019\u301B"},
    LookAlikes{U'{', U"\u2774\uFE5B"},
    LookAlikes{U'}', U"\u2775\uFE5C"},
    LookAlikes{U':', U"\uA789\u02D0\u2236\uFE55\u0589\u05C3"},
    LookAlikes{U'-', U"\u2212\uFE58\uFE63\u2043\u02D7\u2E3A\u2E3B"},
    LookAlikes{U' ', U"\t\v\f\u00A0\u1680\u2028\u2029\u202F\u205F\u3000"},
};

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array kUnseen = {
    Range{0x00, 0x08},     Range{0x0E, 0x1F},       Range{0x7F, 0x9F},     Range{0xAD, 0xAD},
    Range{0x0300, 0x036F}, Range{0x061C, 0x061C},   Range{0x115F, 0x1160}, Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180E}, Range{0x1AB0, 0x1AFF},   Range{0x1DC0, 0x1DFF}, Range{0x200B, 0x200F},
    Range{0x202A, 0x202E}, Range{0x2060, 0x206F},   Range{0x20D0, 0x20FF}, Range{0x3164, 0x3164},
    Range{0xFE00, 0xFE0F}, Range{0xFE20, 0xFE2F},   Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0},
    Range{0xFFF9, 0xFFFB}, Range{0xE0000, 0xE0FFF},
};

// Alphabets that repeat the ASCII letters in their order.
struct Alphabet {
  Range range;
  char32_t first_letter;
};
constexpr std::array kAlphabets = {
    Alphabet{{0x249C, 0x24B5}, U'a'},   Alphabet{{0x24B6, 0x24CF}, U'A'},
    Alphabet{{0x24D0, 0x24E9}, U'a'},   Alphabet{{0x1F110, 0x1F129}, U'A'},
    Alphabet{{0x1F130, 0x1F149}, U'A'}, Alphabet{{0x1F150, 0x1F169}, U'A'},
    Alphabet{{0x1F170, 0x1F189}, U'A'}, Alphabet{{0x1F1E6, 0x1F1FF}, U'A'},
};
constexpr Range kFullwidth = {0xFF01, 0xFF5E};       // '!' to '~'
constexpr Range kMathematical = {0x1D400, 0x1D6A3};  // A to Z and a to z, time and again
constexpr Range kAccented = {0x00C0, 0x017F};        // fold_letter() knows them in small letters
constexpr Range kWideSpaces = {0x2000, 0x200A};
constexpr Range kDashes = {0x2010, 0x2015};

bool holds(Range range, char32_t c) {
  return c >= range.first && c <= range.last;
}

char32_t mathematical_letter(char32_t c) {
  const char32_t letter = (c - kMathematical.first) % 52;
  return letter < 26 ? U'A' + letter : U'a' + (letter - 26);
}

/// Of the accented letters, where capitals and small ones take turns but for two stretches.
bool is_accented_capital(char32_t c) {
  if (c < 0x0100) return c <= 0x00DE;
  const bool turned = (c >= 0x0139 && c <= 0x0148) || (c >= 0x0179 && c <= 0x017E);
  return c == 0x0178 || (c % 2 == 1) == turned;
}

char32_t accented_letter(char32_t c) {
  const char32_t base = fold_letter(c);
  if (base < U'a' || base > U'z') return c;
  return is_accented_capital(c) ? base - U'a' + U'A' : base;
}

char32_t listed_look_alike(char32_t c) {
  const auto* found = std::find_if(kLookAlikes.begin(), kLookAlikes.end(), [&](const auto& entry) {
    return entry.others.find(c) != std::u32string_view::npos;
  });
  return found == kLookAlikes.end() ? c : found->ascii;
}

}  // namespace

char32_t look_alike_of(char32_t c) {
  if (c < 0x80 && c >= 0x20) return c;
  if (holds(kFullwidth, c)) return c - kFullwidth.first + U'!';
  if (holds(kMathematical, c)) return mathematical_letter(c);
  if (holds(kAccented, c)) return accented_letter(c);
  if (holds(kWideSpaces, c)) return U' ';
  if (holds(kDashes, c)) return U'-';
  for (const Alphabet& alphabet : kAlphabets) {
    if (holds(alphabet.range, c)) return c - alphabet.range.first + alphabet.first_letter;
  }
  return listed_look_alike(c);
}

bool is_unseen(char32_t c) {
  return std::any_of(kUnseen.begin(), kUnseen.end(), [&](Range range) { return holds(range, c); });
}

}  // namespace opsg
