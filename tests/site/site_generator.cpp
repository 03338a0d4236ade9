#include "site_generator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "sha256.h"

namespace opsg::test {
namespace {

/// One generator for what is public, another for what is withheld: nothing that the second one
/// draws may move the first.
struct Randoms {
  Random open;
  Random closed;
};

/// Words that public and withheld text share: references, parties, acronyms, ordinary words.
std::string shared_word(Random& random) {
  constexpr std::array<std::string_view, 14> kWords = {
      "DCC",   "CSP N", "MP116",         "MP077",  "INC000000661032", "PMR",  "RDP",
      "SECAS", "the",   "*performance*", "`code`", "OPSG_11",         "risk", "service"};
  return std::string(kWords[random.below(static_cast<int>(kWords.size()))]);
}

std::string words(Random& random, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    if (i > 0) out += ' ';
    out += random.one_in(3) ? shared_word(random) : invented_word(random);
  }
  return out;
}

std::string sentence(Random& random) {
  return fmt::format("Then {} {}.", words(random, 3 + random.below(8)), invented_word(random));
}

std::string iso_day(Random& random, int year) {
  return fmt::format("{}-{:02}-{:02}", year, 1 + random.below(12), 1 + random.below(28));
}

constexpr std::array<std::string_view, 3> kClosedMarkings = {"AMBER", "GREEN", "TLP:RED"};

std::string_view closed_marking(Random& random) {
  return kClosedMarkings[random.below(3)];
}

// ---- what is withheld: each function draws from the closed generator only ----

std::string withheld_paragraph(Random& random) {
  std::string out = fmt::format("({}) {}", closed_marking(random), sentence(random));
  if (random.one_in(3)) out += "\n" + sentence(random);
  if (random.one_in(4)) out += fmt::format(" [link](https://{}.example/)", invented_word(random));
  return out + "\n\n";
}

std::string withheld_quote(Random& random) {
  std::string out = fmt::format("> ({}) {}\n", closed_marking(random), sentence(random));
  if (random.one_in(2)) out += fmt::format(">\n> {}\n", sentence(random));
  return out + "\n";
}

std::string withheld_table(Random& random) {
  std::string out = fmt::format("| ({}) {} | {} |\n|---|---|\n", closed_marking(random),
                                invented_word(random), invented_word(random));
  for (int i = random.below(3); i > 0; --i) {
    out += fmt::format("| {} | {} |\n", words(random, 2), invented_word(random));
  }
  return out + "\n";
}

std::string withheld_action(Random& random) {
  std::string out = fmt::format("({}) ACTION OPSG {}/01: The DCC to {}\n\n", closed_marking(random),
                                100 + random.serial(), words(random, 4));
  if (random.one_in(2)) out += fmt::format("- Target: {}\n\n", iso_day(random, 2040));
  return out;
}

/// No two of one kind stand together with what follows, so that lists do not run into lists.
std::string withheld_blocks(Random& random) {
  std::string out;
  for (int i = random.below(3); i > 0; --i) {
    switch (random.below(4)) {
      case 0:
        out += withheld_paragraph(random);
        break;
      case 1:
        out += withheld_quote(random) + withheld_paragraph(random);
        break;
      case 2:
        out += withheld_table(random);
        break;
      default:
        out += withheld_paragraph(random);
        break;
    }
  }
  return out;
}

std::string unmarked_blocks(Random& random) {
  std::string out = sentence(random) + "\n\n";
  if (random.one_in(2)) out += fmt::format("- {}\n- {}\n\n", sentence(random), sentence(random));
  if (random.one_in(3)) out += fmt::format("```\n{}\n```\n\n", words(random, 3));
  if (random.one_in(4)) {
    const std::string name = invented_word(random);
    out += fmt::format("[{0}][{0}]\n\n[{0}]: https://{0}.example/\n\n", name);
  }
  return out;
}

std::string withheld_entry(Random& random, std::string_view hashes) {
  return fmt::format("{} Risk {}: {}\n\n- Severity: {} - Bad\n\n{}\n\n", hashes,
                     600 + random.serial(), words(random, 3), 1 + random.below(25),
                     sentence(random));
}

/// Ends where the next section of its level begins, so it may stand before such a section only.
std::string withheld_sections(Random& random) {
  std::string out;
  for (int i = random.below(3); i > 0; --i) {
    const int number = 100 + random.serial();
    out += fmt::format("## {}. {} ({})\n\n{}", number, words(random, 2), closed_marking(random),
                       unmarked_blocks(random));
    if (random.one_in(2)) out += withheld_entry(random, "###");
    if (random.one_in(3)) {
      out += fmt::format("### {}.1 {}\n\n{}", number, words(random, 2), unmarked_blocks(random));
    }
  }
  return out;
}

std::string withheld_items(Random& random, std::string_view bullet) {
  std::string out;
  for (int i = random.below(3); i > 0; --i) {
    out += fmt::format("{} ({}) {}\n", bullet, closed_marking(random), sentence(random));
    if (random.one_in(3)) out += fmt::format("   - {}\n", sentence(random));
  }
  return out;
}

std::string withheld_rows(Random& random) {
  std::string out;
  for (int i = random.below(3); i > 0; --i) {
    out += fmt::format("| ({}) {} | {} |\n", closed_marking(random), words(random, 2),
                       invented_word(random));
  }
  return out;
}

std::string withheld_span(Random& random) {
  return fmt::format("[{}: {}]", closed_marking(random), words(random, 1 + random.below(4)));
}

// ---- what is public, with slots for what is withheld ----

std::string open_paragraph(Randoms& r) {
  std::string out = sentence(r.open);
  if (r.open.one_in(3)) out += fmt::format(" It was {} that did.", withheld_span(r.closed));
  if (r.open.one_in(4)) out += "\n" + sentence(r.open);
  if (r.open.one_in(4)) out += fmt::format(" The OPSG **NOTED** {}.", words(r.open, 2));
  return out + "\n\n";
}

std::string open_list(Randoms& r) {
  const std::string bullet = r.open.one_in(2) ? "-" : "1.";
  const std::string indent(bullet.size() + 1, ' ');
  std::string out = withheld_items(r.closed, bullet);
  for (int i = 1 + r.open.below(3); i > 0; --i) {
    out += fmt::format("{} {}\n", bullet, sentence(r.open));
    if (r.closed.one_in(4)) {
      out += fmt::format("\n{}({}) {}\n", indent, closed_marking(r.closed), sentence(r.closed));
    }
    out += withheld_items(r.closed, bullet);
  }
  return out + "\n";
}

std::string open_table(Randoms& r) {
  std::string out =
      fmt::format("| {} | {} |\n|---|---|\n", invented_word(r.open), invented_word(r.open));
  out += withheld_rows(r.closed);
  for (int i = 1 + r.open.below(2); i > 0; --i) {
    out += fmt::format("| {} | a \\| b {} |\n", words(r.open, 2), invented_word(r.open));
    out += withheld_rows(r.closed);
  }
  return out + "\n";
}

std::string open_quote(Randoms& r) {
  std::string out = fmt::format("> {}\n", sentence(r.open));
  if (r.closed.one_in(2)) {
    out += fmt::format(">\n> ({}) {}\n", closed_marking(r.closed), sentence(r.closed));
  }
  if (r.open.one_in(2)) out += fmt::format(">\n> {}\n", sentence(r.open));
  return out + "\n";
}

/// A paragraph after every list: lists that only something withheld keeps apart would merge, and
/// the gate refuses that.
std::string open_blocks(Randoms& r) {
  std::string out = withheld_blocks(r.closed);
  for (int i = 1 + r.open.below(3); i > 0; --i) {
    switch (r.open.below(5)) {
      case 0:
        out += open_list(r) + open_paragraph(r);
        break;
      case 1:
        out += open_table(r);
        break;
      case 2:
        out += open_quote(r) + open_paragraph(r);
        break;
      default:
        out += open_paragraph(r);
        break;
    }
    out += withheld_blocks(r.closed);
  }
  return out;
}

std::string front_matter(std::string_view classification, std::string_view rest = {}) {
  const std::string status = rest.find("status") == std::string_view::npos
                                 ? std::string("status = \"final\"\n")
                                 : std::string();
  return fmt::format("+++\nclassification = \"{}\"\n{}{}+++\n\n", classification, status, rest);
}

std::string headlines(Randoms& r) {
  std::string out = front_matter(r.open.one_in(3) ? "TLP:CLEAR" : "white");
  const int items = 1 + r.open.below(4);
  for (int item = 1; item <= items; ++item) {
    out += fmt::format("## {}. {}{}\n\n{}", item, words(r.open, 3),
                       r.open.one_in(2) ? " (DCC)" : "", open_blocks(r));
    if (r.open.one_in(2)) {
      out += fmt::format("### {}.1 {}\n\n{}", item, words(r.open, 2), open_blocks(r));
    }
    out += withheld_sections(r.closed);
  }
  return out;
}

/// One period of a measure that has public and withheld periods.
std::string measure(Random& random, int number, int year, std::string_view marking) {
  return fmt::format(
      "### PM{}: {} ({})\n\n- Provider: DCC\n- Period: {}\n- Value: {}.{:02}%\n\n{}\n\n", number,
      words(random, 2), marking, year, 10 + random.below(90), random.below(100), sentence(random));
}

/// Minutes that are green, with white extracts.
std::string minutes(Randoms& r, int meeting) {
  std::string out = front_matter("green");
  for (int item = 1; item <= 3; ++item) {
    out += fmt::format("## {}. {}\n\n{}", item, words(r.closed, 3), unmarked_blocks(r.closed));
    if (r.open.one_in(2)) {
      out += fmt::format("(WHITE) ACTION OPSG {}/{:02}: The DCC to {}\n\n", meeting, item,
                         words(r.open, 4));
      if (r.open.one_in(2)) out += fmt::format("- Target: {}\n\n", iso_day(r.open, 2030));
    }
    if (r.closed.one_in(2)) out += withheld_action(r.closed);
    out += sentence(r.closed) + "\n\n";
    if (r.open.one_in(2)) out += fmt::format("(WHITE) {}\n\n", sentence(r.open));
    if (r.open.one_in(3)) {
      out += fmt::format("### Risk {:03}: {} (WHITE)\n\n- Severity: {} - Some\n\n{}\n\n",
                         10 * meeting + item, words(r.open, 3), 1 + r.open.below(25),
                         sentence(r.open));
    }
    if (r.open.one_in(2)) out += measure(r.open, item, 2000 + meeting, "WHITE");
    if (r.closed.one_in(2)) {
      out += measure(r.closed, item, 2050 + r.closed.serial() % 100, closed_marking(r.closed));
    }
  }
  return out;
}

std::string withheld_document(Random& random) {
  std::string head;
  switch (random.below(3)) {
    case 0:
      head = front_matter("amber");
      break;
    case 1:
      head = front_matter("white", "status = \"draft\"\n");
      break;
    default:
      head = front_matter("white", "embargo = 2099-01-01T09:00:00\n");
      break;
  }
  return head + fmt::format("## 1. {}\n\n{}", words(random, 3), unmarked_blocks(random)) +
         fmt::format("## 2. {}\n\nACTION OPSG {}/01: SECAS to {}\n\n", words(random, 2),
                     100 + random.serial(), words(random, 4)) +
         withheld_entry(random, "##");
}

std::string attendance(Randoms& r) {
  std::string out;
  for (int i = 1 + r.open.below(3); i > 0; --i) {
    out += fmt::format("[[attendance]]\ncategory = \"Members\"\norganisation = \"{}\"\n",
                       r.open.one_in(2) ? "DCC" : "SECAS");
    if (r.closed.one_in(2)) out += fmt::format("name = \"{}\"\n", invented_word(r.closed));
    if (r.closed.one_in(3)) out += fmt::format("alternate_for = \"{}\"\n", invented_word(r.closed));
    out += '\n';
  }
  for (int i = r.closed.below(3); i > 0; --i) {
    out += fmt::format(
        "[[attendance]]\nclassification = \"amber\"\ncategory = \"{}\"\norganisation = \"{}\"\n\n",
        invented_word(r.closed), invented_word(r.closed));
  }
  return out;
}

std::string coming_meetings(Randoms& r) {
  std::string out = fmt::format("[[next]]\nkind = \"Main\"\ndate = {}\n\n", iso_day(r.open, 2031));
  for (int i = r.closed.below(2); i > 0; --i) {
    out += fmt::format("[[next]]\nclassification = \"amber\"\nkind = \"{}\"\ndate = {}\n\n",
                       invented_word(r.closed), iso_day(r.closed, 2031));
  }
  return out;
}

std::string meeting_toml(Randoms& r, std::string_view label, std::string_view code,
                         std::string_view date) {
  return fmt::format("classification = \"{}\"\ncode = \"{}\"\nkind = \"Main\"\ndate = {}\n\n{}{}",
                     label, code, date, coming_meetings(r), attendance(r));
}

void add_attachment(SiteFiles& files, const std::string& folder, Random& random,
                    std::string_view label) {
  const std::string file = invented_word(random) + ".txt";
  const std::string bytes = words(random, 8) + "\n";
  files[folder + "meeting.toml"] += fmt::format(
      "[[attachments]]\nfile = \"{}\"\ntitle = \"{}\"\nclassification = \"{}\"\n"
      "sha256 = \"{}\"\n\n",
      file, invented_word(random), label, sha256_hex(bytes));
  files[folder + file] = bytes;
}

void add_open_meeting(SiteFiles& files, Randoms& r, int number) {
  const std::string folder = fmt::format("content/meetings/m{}/", number);
  files[folder + "meeting.toml"] = meeting_toml(r, "white", std::to_string(number),
                                                fmt::format("2021-{:02}-11", number % 12 + 1));
  files[folder + "headlines.md"] = headlines(r);
  if (r.open.one_in(2)) files[folder + "minutes.md"] = minutes(r, number);
  for (int i = r.closed.below(3); i > 0; --i) {
    files[folder + fmt::format("paper-{}.md", invented_word(r.closed))] =
        withheld_document(r.closed);
  }
  if (r.open.one_in(2)) add_attachment(files, folder, r.open, "white");
  for (int i = r.closed.below(3); i > 0; --i) add_attachment(files, folder, r.closed, "amber");
  if (r.closed.one_in(3)) {
    files[folder + invented_word(r.closed) + ".pdf"] = "%PDF " + words(r.closed, 8);
  }
}

void add_withheld_meeting(SiteFiles& files, Random& closed, int number) {
  const std::string folder = fmt::format("content/meetings/w{}-{}/", number, invented_word(closed));
  Randoms r{Random(closed.seed()), Random(closed.seed())};
  files[folder + "meeting.toml"] =
      meeting_toml(r, closed.one_in(2) ? "green" : "amber", fmt::format("9{}{}", number, "x"),
                   iso_day(closed, 2019 + closed.below(20)));
  files[folder + "minutes.md"] = front_matter("amber") +
                                 fmt::format("## 1. {}\n\n", words(closed, 3)) +
                                 unmarked_blocks(closed) + withheld_entry(closed, "##");
}

}  // namespace

std::string invented_word(Random& random) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (int i = 0; i < 2; ++i) {
    word += kConsonants[random.below(static_cast<int>(kConsonants.size()))];
    word += kVowels[random.below(static_cast<int>(kVowels.size()))];
  }
  return word + fmt::format("{:04}", random.below(10000));
}

std::string invented_sentence(Random& random) {
  return sentence(random);
}

SiteFiles generate_site(std::uint64_t public_seed, std::uint64_t withheld_seed) {
  Randoms r{Random(public_seed), Random(withheld_seed)};
  SiteFiles files;
  files["content/parties.toml"] =
      "[[party]]\nname = \"DCC\"\n\n[[party]]\nname = \"SECAS\"\n\n[[party]]\nname = \"CSP N\"\n";
  files["content/glossary.toml"] =
      "[terms]\nPMR = \"Performance Measurement Report\"\nRDP = \"Registration Data Provider\"\n";
  files["content/pages/about.md"] =
      front_matter("white", "title = \"About\"\n") + open_blocks(r) + withheld_sections(r.closed);
  for (int i = r.closed.below(2); i > 0; --i) {
    files[fmt::format("content/pages/{}.md", invented_word(r.closed))] =
        front_matter("green", "title = \"Hidden\"\n") + unmarked_blocks(r.closed);
  }
  const int meetings = 1 + r.open.below(3);
  for (int number = 11; number < 11 + meetings; ++number) add_open_meeting(files, r, number);
  for (int i = r.closed.below(3); i > 0; --i) add_withheld_meeting(files, r.closed, i);
  return files;
}

std::vector<std::string> identifying_words(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::vector<std::string> found;
  for (std::size_t i = 0; i + 8 <= text.size(); ++i) {
    const std::string_view word = text.substr(i, 8);
    if (std::all_of(word.begin(), word.begin() + 4, is_letter) &&
        std::all_of(word.begin() + 4, word.end(), is_digit)) {
      found.emplace_back(word);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace opsg::test
