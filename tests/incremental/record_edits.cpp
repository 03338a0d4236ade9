// Edits of what documents say, and how they are labelled.

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "edited_site.h"
#include "text.h"

namespace opsg::test {
namespace {

using Lines = std::vector<std::string>;

Lines lines_of(std::string_view text) {
  const auto views = split_lines(text);
  return {views.begin(), views.end()};
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

/// Does something to a line of some document for which `may_be` holds.
void edit_some_line(EditedSite& site, Random& random,
                    const std::function<bool(const std::string&)>& may_be,
                    const std::function<void(Lines&, std::size_t)>& edit) {
  std::string* text = any_document(site.files, random);
  if (!text) return;
  Lines lines = lines_of(*text);
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (may_be(lines[i])) places.push_back(i);
  }
  if (places.empty()) return;
  edit(lines, random.pick(places));
  *text = text_of(lines);
}

/// Where a block of its own can stand: before the empty line there.
void insert_block(EditedSite& site, Random& random, const std::string& block) {
  edit_some_line(
      site, random, [](const std::string& line) { return line.empty(); },
      [&](Lines& lines, std::size_t at) {
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), {"", block, ""});
      });
}

void replace_value(std::string& text, std::string_view key, const std::string& value) {
  const auto at = text.find(fmt::format("\n{} = ", key));
  if (at == std::string::npos) return;
  text.replace(at, text.find('\n', at + 1) - at, fmt::format("\n{} = {}", key, value));
}

std::string any_marking(Random& random) {
  static const std::vector<std::string> kMarkings = {"WHITE", "GREEN", "AMBER", "TLP:RED"};
  return random.pick(kMarkings);
}

void change_word(EditedSite& site, Random& random) {
  std::string* text = any_document(site.files, random);
  const auto words = identifying_words(text ? *text : "");
  if (!words.empty()) replace_first(*text, random.pick(words), invented_word(random));
}

void rename_word_everywhere(EditedSite& site, Random& random) {
  const std::string* chosen = any_document(site.files, random);
  const auto words = identifying_words(chosen ? *chosen : "");
  if (words.empty()) return;
  const std::string& word = random.pick(words);
  const std::string other = invented_word(random);
  for (auto& [path, text] : site.files) {
    while (replace_first(text, word, other)) continue;
  }
}

void add_paragraph(EditedSite& site, Random& random) {
  insert_block(site, random, invented_sentence(random));
}

void add_marked_paragraph(EditedSite& site, Random& random) {
  insert_block(site, random,
               fmt::format("({}) {}", any_marking(random), invented_sentence(random)));
}

void add_structure(EditedSite& site, Random& random) {
  static const std::vector<std::string> kBlocks = {
      "The OPSG **NOTED** {}",
      "| {} | a |\n|---|---|\n| b | c |",
      "- {}\n- another",
      "Then [AMBER: {}] did so.",
      "*[Post Meeting Note: {}]*",
      "See [there](../m12/headlines.md) {}",
      "See [the page](/meetings/m11/#item-2) {}",
      "## 7. Actions and more {}",
      "### Risk 006: {}\n\n- Severity: 12 - Some\n\nProse.",
      "### LSC 2: {}\n\n- Release: June 2021\n- Status: Amber",
      "### PM3: {}\n\n- Provider: DCC\n- Period: 2021\n- Value: 90.5%",
      "```\n{}\n```",
      "<!-- {} -->",
  };
  insert_block(site, random,
               fmt::format(fmt::runtime(random.pick(kBlocks)), invented_sentence(random)));
}

void raise_action(EditedSite& site, Random& random) {
  insert_block(site, random,
               fmt::format("ACTION OPSG 11/{:02}: The DCC to {}\n\n- Target: {} May 2022",
                           10 + random.below(80), invented_sentence(random), 1 + random.below(28)));
}

/// Of an action that some document may raise, or not.
void update_action(EditedSite& site, Random& random) {
  static const std::vector<std::string> kStates = {"Open", "Closed", "Ajar"};
  insert_block(site, random,
               fmt::format("### OPSG {}/{:02}\n\n- Status: {}\n\n{}", 11 + random.below(3),
                           1 + random.below(20), random.pick(kStates), invented_sentence(random)));
}

void change_field(EditedSite& site, Random& random) {
  static const std::vector<std::string> kValues = {"- Target: 3 June 2031",  "- Severity: 25 - Bad",
                                                   "- Owner: SECAS",         "- Value: 12.5%",
                                                   "- Target: 31 June 2021", "- Status: Closed"};
  edit_some_line(
      site, random,
      [](const std::string& line) { return line.starts_with("- ") && line.find(": ") < 12; },
      [&](Lines& lines, std::size_t at) {
        const std::string name = lines[at].substr(0, lines[at].find(':'));
        for (const std::string& value : kValues) {
          if (value.starts_with(name)) lines[at] = value;
        }
      });
}

void change_cell(EditedSite& site, Random& random) {
  edit_some_line(
      site, random,
      [](const std::string& line) { return line.starts_with("| ") && line.find('(') > 3; },
      [&](Lines& lines, std::size_t at) {
        lines[at].replace(2, lines[at].find(" |") - 2, invented_word(random));
      });
}

/// Everything below it moves.
void shift_lines(EditedSite& site, Random& random) {
  std::string* text = any_document(site.files, random);
  if (text) replace_first(*text, "+++\n", fmt::format("+++\n# {}\n", random.serial()));
}

void remove_lines(EditedSite& site, Random& random) {
  edit_some_line(
      site, random, [](const std::string& line) { return !line.starts_with("+++"); },
      [&](Lines& lines, std::size_t at) {
        const auto last =
            std::min(lines.size(), at + 1 + static_cast<std::size_t>(random.below(4)));
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at),
                    lines.begin() + static_cast<std::ptrdiff_t>(last));
      });
}

/// What is public somewhere else is no secret.
void repeat_elsewhere(EditedSite& site, Random& random) {
  std::string found;
  edit_some_line(
      site, random, [](const std::string& line) { return line.find("Then ") < line.size(); },
      [&](Lines& lines, std::size_t at) { found = lines[at].substr(lines[at].find("Then ")); });
  if (!found.empty()) insert_block(site, random, found);
}

void mark_line(EditedSite& site, Random& random) {
  edit_some_line(
      site, random,
      [](const std::string& line) {
        return line.starts_with("Then ") || line.starts_with("- Then ") || line.starts_with("## ");
      },
      [&](Lines& lines, std::size_t at) {
        std::string& line = lines[at];
        const std::string marking = fmt::format("({})", any_marking(random));
        if (line.starts_with("#"))
          line += " " + marking;
        else
          line.insert(line.find("Then "), marking + " ");
      });
}

bool is_marked(const std::string& line) {
  return line.find("(AMBER)") < line.size() || line.find("(GREEN)") < line.size() ||
         line.find("(WHITE)") < line.size();
}

void unmark_line(EditedSite& site, Random& random) {
  edit_some_line(site, random, is_marked, [&](Lines& lines, std::size_t at) {
    for (const std::string_view marking : {"(AMBER) ", "(GREEN) ", "(WHITE) ", " (AMBER)"}) {
      if (replace_first(lines[at], marking, "")) return;
    }
  });
}

void change_marking(EditedSite& site, Random& random) {
  edit_some_line(site, random, is_marked, [&](Lines& lines, std::size_t at) {
    const std::string to = fmt::format("({})", any_marking(random));
    for (const std::string_view marking : {"(AMBER)", "(GREEN)", "(WHITE)"}) {
      if (replace_first(lines[at], marking, to)) return;
    }
  });
}

void relabel(EditedSite& site, Random& random) {
  static const std::vector<std::string> kLabels = {"\"white\"", "\"clear\"", "\"green\"",
                                                   "\"amber\"", "\"red\"",   "\"whit\""};
  if (std::string* text = any_document(site.files, random)) {
    replace_value(*text, "classification", random.pick(kLabels));
  }
}

void change_status(EditedSite& site, Random& random) {
  if (std::string* text = any_document(site.files, random)) {
    replace_value(*text, "status", random.one_in(2) ? "\"draft\"" : "\"final\"");
  }
}

void set_embargo(EditedSite& site, Random& random) {
  std::string* text = any_document(site.files, random);
  if (!text) return;
  const std::string time = fmt::format("202{}-02-01T09:00:00", 5 + random.below(3));
  replace_value(*text, "status", fmt::format("\"final\"\nembargo = {}", time));
}

void slip(EditedSite& site, Random& random) {
  static const std::vector<std::string> kSlips = {"(AMBRE) {}",   "(GREAN) {}",   "{} (AMBER)",
                                                  "[AMBER] {}",   "AMBER: {}",    "{} <b>bold</b>",
                                                  "```\nopen {}", "[{}](gone.md)"};
  insert_block(site, random,
               fmt::format(fmt::runtime(random.pick(kSlips)), invented_sentence(random)));
}

void cut_short(EditedSite& site, Random& random) {
  std::string* text = any_document(site.files, random);
  if (text && !text->empty())
    text->resize(static_cast<std::size_t>(random.below(static_cast<int>(text->size()))));
}

void write_nonsense(EditedSite& site, Random& random) {
  static const std::vector<std::string> kNonsense = {"", "+++\n", "no front matter", "\xff\xfe",
                                                     std::string("a\0b", 3)};
  if (std::string* text = any_document(site.files, random)) *text += random.pick(kNonsense);
}

void change_line_ends(EditedSite& site, Random& random) {
  std::string* text = any_document(site.files, random);
  if (!text) return;
  std::string changed;
  for (const std::string& line : lines_of(*text)) changed += line + "\r\n";
  *text = changed;
}

}  // namespace

std::vector<SiteEdit> record_edits() {
  return {{"a word", change_word},
          {"a word everywhere", rename_word_everywhere},
          {"a paragraph more", add_paragraph},
          {"a marked paragraph more", add_marked_paragraph},
          {"a list, table, entry or link more", add_structure},
          {"an action raised", raise_action},
          {"an action updated", update_action},
          {"a field", change_field},
          {"a table's cell", change_cell},
          {"all lines one further down", shift_lines},
          {"some lines less", remove_lines},
          {"a sentence said elsewhere as well", repeat_elsewhere},
          {"a marking more", mark_line},
          {"a marking less", unmark_line},
          {"another marking", change_marking},
          {"a document's label", relabel},
          {"a document's status", change_status},
          {"an embargo", set_embargo},
          {"a slip of the pen", slip},
          {"a document cut short", cut_short},
          {"nonsense", write_nonsense},
          {"line ends", change_line_ends}};
}

}  // namespace opsg::test
