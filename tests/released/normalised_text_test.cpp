#include "normalised_text.h"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch2.h"

namespace opsg::released {
namespace {

/// What NormalisedText means, a character at a time.
struct Reference {
  std::string text;
  std::vector<std::size_t> offsets;

  explicit Reference(std::string_view written) {
    constexpr std::array<std::string_view, 11> kSpaces = {
        "\r\n", "\u00a0", "\u2007", "\u2009", "\u202f", " ", "\t", "\n", "\v", "\f", "\r"};
    for (std::size_t at = 0; at < written.size();) {
      std::size_t length = 0;
      for (const std::string_view space : kSpaces) {
        if (length == 0 && written.substr(at).starts_with(space)) length = space.size();
      }
      offsets.push_back(at);
      text += length > 0 ? ' ' : written[at];
      at += length > 0 ? length : 1;
    }
    offsets.push_back(written.size());
  }
};

void check_against_reference(const std::string& written) {
  CAPTURE(written);
  const Reference reference(written);
  const NormalisedText normalised(written);
  REQUIRE(normalised.text() == reference.text);
  for (std::size_t i = 0; i < reference.offsets.size(); ++i) {
    REQUIRE(normalised.written_offset(i) == reference.offsets[i]);
  }
}

TEST_CASE("each white space becomes one space, and has its way back") {
  check_against_reference("");
  check_against_reference("no space but this one");
  check_against_reference("\u00a0OPSG\r\n41/01\u202f\u202f\r\r\n\t");
}

TEST_CASE("any text is normalised as a character at a time would be") {
  constexpr std::array<std::string_view, 16> kPieces = {
      "a",    "OPSG", " ",      "\t",     "\n",     "\r",     "\v",   "\f",
      "\r\n", "é",    "\u00a0", "\u2007", "\u2009", "\u202f", "\xC2", "\xE2\x80"};
  std::mt19937 random(20210125);
  std::uniform_int_distribution<std::size_t> piece(0, kPieces.size() - 1);
  for (int round = 0; round < 2000; ++round) {
    std::string written;
    for (int i = 0; i < round % 24; ++i) written += kPieces[piece(random)];
    check_against_reference(written);
  }
}

}  // namespace
}  // namespace opsg::released
