#include "lead_in.h"

#include <string>

#include "catch2.h"

namespace opsg::restricted {
namespace {

TEST_CASE("what leads on to what is below", "[portions]") {
  for (const std::string text : {"The list:",
                                 "The list：",
                                 "The list&colon;",
                                 "The list :-",
                                 "The list \u2014",
                                 "The list;",
                                 "The list,",
                                 "The list…",
                                 "The list...",
                                 "The list \u2192",
                                 "**The list:**",
                                 "The list:)",
                                 "(The list:)",
                                 "The list:.",
                                 "The list:\"",
                                 "The list:\u201d",
                                 "`The list:`",
                                 "The list: \\",
                                 "The list: <!-- c -->",
                                 "The list:<!-- c --> <!-- d -->",
                                 "The list: [x](https://x.example)",
                                 "The list: (see below).",
                                 "[The list:](x)",
                                 "[The list:][x]",
                                 "The list: <https://x.example>",
                                 "The list: [x](https://x.example/(y))",
                                 "The list:![](x)",
                                 "The list: ![x][y]."}) {
    CAPTURE(text);
    CHECK(is_lead_in(text));
  }
}

TEST_CASE("what ends for itself", "[portions]") {
  for (const std::string text :
       {"", "The list", "The list.", "The list: one.", "The list: one", "Is it late?",
        "It is late!", "(The list: one)", "See [the list](x).", "See `a:b`.", "**The list.**",
        "At 10:30", ")", "<!-- The list: -->", "It cost 5 m (a: b, c: d).", "It is late! ![](x)",
        "The list![](x)"}) {
    CAPTURE(text);
    CHECK_FALSE(is_lead_in(text));
  }
}

TEST_CASE("a text of nothing but brackets takes no time", "[portions]") {
  CHECK_FALSE(is_lead_in("a" + std::string(1'000'000, ')')));
  CHECK_FALSE(is_lead_in(std::string(1'000'000, '(') + std::string(1'000'000, ')')));
}

}  // namespace
}  // namespace opsg::restricted
