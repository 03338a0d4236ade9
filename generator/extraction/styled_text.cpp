#include "styled_text.h"

#include <algorithm>
#include <utility>

#include "text.h"

namespace opsg::extraction {
namespace {

bool same_style(const StyledRun& a, const StyledRun& b) {
  return a.bold == b.bold && a.italic == b.italic && a.link == b.link;
}

/// Spaces have the style of what is on both their sides, so that words of one style stay together.
void style_spaces(std::vector<StyledRun>& runs) {
  for (std::size_t i = 1; i + 1 < runs.size(); ++i) {
    if (trim(runs[i].text).empty() && same_style(runs[i - 1], runs[i + 1])) {
      const std::string text = runs[i].text;
      runs[i] = runs[i - 1];
      runs[i].text = text;
    }
  }
}

std::vector<StyledRun> joined(std::vector<StyledRun> runs) {
  std::vector<StyledRun> out;
  for (StyledRun& run : runs) {
    if (run.text.empty()) continue;
    if (!out.empty() && same_style(out.back(), run)) {
      out.back().text += run.text;
    } else {
      out.push_back(std::move(run));
    }
  }
  return out;
}

bool all_bold(const std::vector<StyledRun>& runs) {
  return std::all_of(runs.begin(), runs.end(),
                     [](const StyledRun& run) { return run.bold || trim(run.text).empty(); });
}

/// An address as Markdown takes it without brackets around it.
std::string link_address(std::string_view link) {
  std::string address;
  for (const char c : link) {
    const bool is_special = c == ' ' || c == '(' || c == ')' || c == '<' || c == '>';
    if (is_special) {
      constexpr std::string_view kDigits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(c);
      address += {'%', kDigits[byte / 16], kDigits[byte % 16]};
    } else {
      address += c;
    }
  }
  return address;
}

std::string mark(const StyledRun& run) {
  const std::string_view words = trim(run.text);
  if (words.empty()) return run.text;
  const auto before = static_cast<std::size_t>(words.data() - run.text.data());
  const std::string_view stars = run.bold && run.italic ? "***"
                                 : run.bold             ? "**"
                                 : run.italic           ? "*"
                                                        : "";
  std::string text = run.text.substr(0, before);
  if (!run.link.empty()) text += '[';
  text.append(stars).append(words).append(stars);
  if (!run.link.empty()) text += "](" + link_address(run.link) + ")";
  return text + run.text.substr(before + words.size());
}

}  // namespace

std::string to_markdown(std::vector<StyledRun> runs) {
  runs = joined(std::move(runs));
  style_spaces(runs);
  runs = joined(std::move(runs));
  const bool is_heading = all_bold(runs);
  std::string text;
  for (StyledRun& run : runs) {
    run.bold = run.bold && !is_heading;
    text += mark(run);
  }
  return text;
}

}  // namespace opsg::extraction
