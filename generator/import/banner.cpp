#include "banner.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "canonical_words.h"
#include "line_shapes.h"
#include "said_levels.h"
#include "text.h"

namespace opsg::importing {
namespace {

using Words = std::vector<std::string>;

constexpr std::size_t kTellingWords = 5;  ///< So many of its first words tell a statement apart.

/// Where the needle begins in the text; the text's size where it does not.
std::size_t find_words(const Words& text, const Words& needle) {
  return static_cast<std::size_t>(
      std::search(text.begin(), text.end(), needle.begin(), needle.end()) - text.begin());
}

bool begins_with(const Words& text, const Words& prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin());
}

class BannerReader {
 public:
  BannerReader(const Policy& policy, bool wrapped) : policy_(policy), wrapped_(wrapped) {
    for (std::size_t rank = 0; rank < policy.levels.size(); ++rank) {
      Words words = canonical_words(policy.levels[rank].handling);
      if (words.size() >= kTellingWords) statements_.emplace_back(Level{rank}, std::move(words));
    }
  }

  /// The number of lines, from `at` on, that are a banner; 0 where there is none.
  std::size_t length(const TextLines& lines, std::size_t at) const {
    if (!begins_banner(lines[at].text)) return 0;
    std::string text = lines[at].text;
    std::size_t end = at + 1;
    while (end < lines.size() && goes_on(text, lines[end].text)) {
      text += " " + lines[end++].text;
    }
    return end - at;
  }

  Banner read(std::string text, TextPlace place) const {
    Banner banner;
    banner.text = collapse_space(without_emphasis(text));
    banner.place = place;
    static const RE2 claim(
        R"((?i)(?:(classified)|marked)\s+as:?\W*(.+)|^\W*(?:classification|tlp)\W+(.+))");
    std::string classified, of_sentence, of_label;
    if (RE2::PartialMatch(banner.text, claim, &classified, &of_sentence, &of_label)) {
      read_claim(banner, of_sentence.empty() ? of_label : of_sentence);
      const bool is_label = !classified.empty() || !of_label.empty();
      banner.claims_unknown = is_label && !banner.claim;
    }
    read_statement(banner);
    return banner;
  }

 private:
  bool begins_banner(std::string_view text) const {
    static const RE2 claim(
        R"((?i)^\W*(?:this|the)\s+(?:document|paper|report|minutes|headlines)\s+(?:is|are|has been|have been)\s+(?:classified|marked)\s+as\b)");
    static const RE2 label(R"((?i)^\W*classification\W+[a-z:]+\W*$|^\W*TLP\W+[a-z]+\W*$)");
    const re2::StringPiece piece(text.data(), text.size());
    if (RE2::PartialMatch(piece, claim) || RE2::PartialMatch(piece, label)) return true;
    return begins_statement(text);
  }

  /// The longest name that the text begins with.
  void read_claim(Banner& banner, std::string_view text) const {
    static const RE2 words(R"(^(?:(?i)tlp\b)?[^\pL\pN]*([\pL\pN+]+(?:[ \-][\pL\pN+]+){0,4}))");
    std::string name;
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), words, &name)) return;
    for (; !name.empty(); name.resize(std::min(name.find_last_of(" -"), name.size()))) {
      banner.claim_name = name;
      banner.claim = level_meant(name, policy_);
      if (banner.claim || name.find_first_of(" -") == std::string::npos) return;
    }
  }

  bool begins_statement(std::string_view text) const {
    const Words words = canonical_words(text);
    return std::any_of(statements_.begin(), statements_.end(), [&](const auto& statement) {
      return statement_begin(words, statement.second) == 0 && !words.empty();
    });
  }

  bool holds_statement(const Words& words) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const auto& statement) {
      return statement_begin(words, statement.second) < words.size();
    });
  }

  /// Whether the banner's text so far stops before or inside a statement that the line holds, or
  /// before its first full stop.
  bool goes_on(const std::string& text, std::string_view line) const {
    const Words so_far = canonical_words(text);
    if (begins_statement(line) && !holds_statement(so_far)) return true;
    if (!wrapped_) return false;
    const Words with_line = canonical_words(text + " " + std::string(line));
    if (holds_statement(so_far)) return continues_statement(so_far, with_line);
    return !text.ends_with('.') && !RE2::FullMatch(text, R"((?i)\W*(?:classification|tlp)\W.*)");
  }

  bool continues_statement(const Words& so_far, const Words& with_line) const {
    return std::any_of(statements_.begin(), statements_.end(), [&](const auto& statement) {
      const std::size_t begin = statement_begin(so_far, statement.second);
      if (begin == so_far.size()) return false;
      const Words tail(with_line.begin() + static_cast<std::ptrdiff_t>(begin), with_line.end());
      return begins_with(statement.second, tail);
    });
  }

  static std::size_t statement_begin(const Words& words, const Words& statement) {
    const Words head(statement.begin(), statement.begin() + kTellingWords);
    return find_words(words, head);
  }

  void read_statement(Banner& banner) const {
    const Words words = canonical_words(banner.text);
    for (const auto& [level, statement] : statements_) {
      if (find_words(words, statement) == words.size()) continue;
      banner.statement_level = level;
      const std::size_t first_sentence = banner.text.find(". ");
      const bool after_claim = banner.claim && first_sentence != std::string::npos;
      banner.statement = after_claim ? banner.text.substr(first_sentence + 2) : banner.text;
    }
  }

  const Policy& policy_;
  bool wrapped_;
  std::vector<std::pair<Level, Words>> statements_;
};

void report_contradiction(const Banner& banner, const Policy& policy, ImportLedger& ledger) {
  if (!banner.claim || !banner.statement_level || *banner.claim == *banner.statement_level) return;
  ledger.findings()
      .warning("import-banner-disagrees", ledger.at(banner.place),
               fmt::format("the document says that it is {}, and carries {}'s handling statement",
                           policy[*banner.claim].name, policy[*banner.statement_level].name))
      .with_help("find out which is meant before you label the record");
}

/// A banner that is left out says by its statement, too, which level it means.
void note_level(const Banner& banner, const Banner& first, const Policy& policy,
                ImportLedger& ledger) {
  const auto note = [&](std::string_view what, Level level) {
    ledger.keep_marking(fmt::format("{} ({})", what, policy[level].name));
  };
  if (banner.statement_level && banner.statement_level != first.statement_level) {
    note("a handling statement", *banner.statement_level);
  }
  if (banner.claims_unknown) note("a level that the policy lacks", policy.most_closed());
}

}  // namespace

Banner take_banners(TextLines& lines, const Policy& policy, bool wrapped, ImportLedger& ledger) {
  const BannerReader reader(policy, wrapped);
  Banner first;
  TextLines rest;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t length = reader.length(lines, at);
    if (length == 0) {
      rest.push_back(std::move(lines[at++]));
      continue;
    }
    std::string text;
    for (std::size_t i = at; i < at + length; ++i) text += lines[i].text + " ";
    Banner banner = reader.read(text, lines[at].place);
    if (first.text.empty()) {
      first = std::move(banner);
    } else {
      if (canonical_words(first.text) != canonical_words(text)) {
        ledger.findings().warning("import-banner-differs", ledger.at(lines[at].place),
                                  "this page's classification banner is not that of the first");
      }
      note_level(banner, first, policy, ledger);
      ledger.drop("repeated-banner", text, lines[at].place);
    }
    at += length;
    if (at < lines.size()) lines[at].break_before = true;
  }
  lines = std::move(rest);
  report_contradiction(first, policy, ledger);
  return first;
}

}  // namespace opsg::importing
