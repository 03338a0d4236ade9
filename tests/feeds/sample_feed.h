#pragma once

#include "feed.h"
#include "hostile_text.h"

namespace opsg::test {

/// A feed with an ordinary entry and one with a hostile title.
inline released::Feed sample_feed() {
  using released::HtmlLiteral;
  using released::SafeHtml;
  const auto noon =
      std::chrono::sys_days(std::chrono::year(2021) / 1 / 25) + std::chrono::hours(12);
  released::Feed feed{.title = "Operations: headlines",
                      .subtitle = "What was decided",
                      .page_url = "https://opsg.example/",
                      .author = "Operations & others",
                      .rights = "For everyone.",
                      .language = "en-GB",
                      .entries = {}};
  feed.entries.push_back({.id = "https://opsg.example/meetings/m1/",
                          .url = "https://opsg.example/meetings/m1/",
                          .title = "Meeting 41",
                          .content = SafeHtml(HtmlLiteral("<p>A &amp; <b>B</b> ]]&gt;</p>")),
                          .published = noon,
                          .updated = noon + std::chrono::days(2)});
  feed.entries.push_back({.id = "https://opsg.example/meetings/m0/",
                          .url = "https://opsg.example/meetings/m0/",
                          .title = kHostileText,
                          .content = SafeHtml::escape(kHostileText),
                          .published = noon - std::chrono::days(7),
                          .updated = noon - std::chrono::days(7)});
  return feed;
}

}  // namespace opsg::test
