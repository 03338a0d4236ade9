#include "decisions.h"

#include <string>

#include "catch2.h"
#include "record_fixture.h"

namespace opsg::test {
namespace {

std::string decided(std::string_view text) {
  const auto read = read_minutes(text);
  CHECK(findings(read) == "");
  return summary(read.record);
}

TEST_CASE("a bold verb of the committee is a decision, in either case") {
  CHECK(decided("The OPSG **NOTED** the report.") ==
        "noted: The OPSG NOTED the report. | decision-1\n");
  CHECK(decided("OPSG **agreed** the plan") == "agreed: OPSG agreed the plan | decision-1\n");
  CHECK(decided("The Operations Group also **endorsed** it.") ==
        "endorsed: The Operations Group also endorsed it. | decision-1\n");
  CHECK(decided("The **OPSG** has unanimously __Approved__ it.") ==
        "approved: The OPSG has unanimously Approved it. | decision-1\n");
  CHECK(decided("The OPSG considered the paper and **AGREED** to it.") ==
        "agreed: The OPSG considered the paper and AGREED to it. | decision-1\n");
  CHECK(decided("Following a discussion, the OPSG **AGREED** to it.") ==
        "agreed: Following a discussion, the OPSG AGREED to it. | decision-1\n");
}

TEST_CASE("a decision's subject is its sentence") {
  CHECK(decided(
            "SECAS spoke, e.g. of MP116. The OPSG **NOTED** approx. 20% of\nit. Then it ended.") ==
        "noted: The OPSG NOTED approx. 20% of it. | decision-1\n");
  CHECK(decided("The OPSG (with No. 5 and J. Doe) **NOTED** version 2.0.1 (see below.) Next.") ==
        "noted: The OPSG (with No. 5 and J. Doe) NOTED version 2.0.1 (see below.) | decision-1\n");
}

TEST_CASE("a sentence ends behind quotes, an ellipsis and the mark of a footnote") {
  for (const std::string_view before :
       {"It was \u201cnot ready.\u201d", "It was \u2018not ready.\u2019", "It was late\u2026",
        "It was late.\u00b9", "It was late.*", "\u00abC\u2019est \u00e7a.\u00bb"}) {
    CAPTURE(before);
    const std::string text = std::string(before) + " Then it ended. The OPSG **NOTED** it.";
    CHECK(decided(text) == "noted: The OPSG NOTED it. | decision-1\n");
    CHECK(decided(std::string(before) + " The OPSG **NOTED** it.") ==
          "noted: The OPSG NOTED it. | decision-1\n");
  }
}

TEST_CASE("no sentence ends in an abbreviation") {
  for (const std::string_view part :
       {"Mr. Doe", "Mrs. Doe", "Ms. Doe", "Dr. Doe", "Prof. Doe", "Cllr. Doe", "St. Ives",
        "charges (incl. VAT)", "Examples Ltd. Birmingham", "a meter (e.g. ESME)", "approx. XX"}) {
    CAPTURE(part);
    const std::string sentence = "The OPSG thanked " + std::string(part) + " and ";
    CHECK(decided(sentence + "**NOTED** it.") == "noted: " + sentence + "NOTED it. | decision-1\n");
  }
  CHECK(decided("It came from Examples Ltd. The OPSG **NOTED** it.") ==
        "noted: The OPSG NOTED it. | decision-1\n");
}

TEST_CASE("a decision that no list can hold is an error, once for its sentence") {
  const std::string begin = "The OPSG **NOTED** and **AGREED** ";
  const std::string most(2000 - std::string("The OPSG NOTED and AGREED .").size(), 'a');
  CHECK(findings_of_minutes(begin + most + ".") == "");
  const auto read = read_minutes(begin + most + "a. The OPSG **NOTED** it.");
  REQUIRE(read.diagnostics.items().size() == 1);
  const Diagnostic& error = read.diagnostics.items()[0];
  CHECK(error.code == "decision-too-long");
  CHECK(error.message == "this decision has 2001 bytes; 2000 are the most");
  CHECK(error.help ==
        "end its sentence sooner, and go on in another: every list repeats a decision");
  CHECK(error.span.column == 12);
  CHECK(read_minutes("The OPSG:\n\n- **NOTED** " + most + most).diagnostics.items().size() == 1);
}

TEST_CASE("what was not done is no decision") {
  for (const std::string_view text :
       {"The OPSG has not **AGREED** to it.", "The OPSG has not yet formally **AGREED** to it.",
        "The OPSG has never **APPROVED** it.", "The OPSG hasn't **AGREED**.",
        "The OPSG hasn\u2019t **AGREED**.", "The OPSG has not **NOTED** or **AGREED** it.",
        "The OPSG neither **NOTED** nor **AGREED** it.",
        "The OPSG has not, however, **AGREED**."}) {
    CAPTURE(text);
    CHECK(decided(text) == "");
  }
  CHECK(decided("The OPSG did not discuss it and **AGREED** to defer it.") ==
        "agreed: The OPSG did not discuss it and AGREED to defer it. | decision-1\n");
  CHECK(decided("The OPSG has not **NOTED** it but **AGREED** to it.") ==
        "agreed: The OPSG has not NOTED it but AGREED to it. | decision-1\n");
  CHECK(decided("The OPSG:\n\n- **NOTED** it, and has not **AGREED** to it\n") ==
        "noted: NOTED it, and has not AGREED to it | decision-1\n");
}

TEST_CASE("a sentence may hold decisions by several verbs") {
  CHECK(decided("The OPSG **NOTED** the report and **AGREED** to it.") ==
        "noted: The OPSG NOTED the report and AGREED to it. | decision-1\n"
        "agreed: The OPSG NOTED the report and AGREED to it. | decision-2\n");
  CHECK(decided("The OPSG **NOTED and AGREED** it.") ==
        "noted: The OPSG NOTED and AGREED it. | decision-1\n"
        "agreed: The OPSG NOTED and AGREED it. | decision-2\n");
  CHECK(decided("The OPSG **NOTED** a, and **NOTED** b.") ==
        "noted: The OPSG NOTED a, and NOTED b. | decision-1\n");
  CHECK(decided("The OPSG **NOTED** it. The OPSG **NOTED** that.") ==
        "noted: The OPSG NOTED it. | decision-1\nnoted: The OPSG NOTED that. | decision-2\n");
}

TEST_CASE("other bold words, other verbs and other subjects are prose") {
  for (const std::string_view text :
       {"The OPSG agreed that the status was **AMBER**.", "The OPSG NOTED the report.",
        "The OPSG **discussed** it.", "SECAS **noted** it.", "The OPSG Chair **noted** it.",
        "The OPSG's Chair **agreed**.", "A member told us. It was **AGREED**.",
        "The OPSG met. The DCC **AGREED** to it.", "The OPSG saw the **Approved products**.",
        "OPSGs **noted** it.", "**AGREED** to it.", "The OPSG/DCC **agreed**."}) {
    CAPTURE(text);
    CHECK(decided(text) == "");
  }
}

TEST_CASE("a list under the committee holds decisions") {
  CHECK(decided("## 3.1 Report\n\nSECAS presented it. The OPSG:\n\n"
                "- **NOTED** the report; and\n- also **AGREED**\n  that it is good.\n") ==
        "item 3.1: Report\n"
        "noted: NOTED the report | decision-3-1-1\n"
        "agreed: also AGREED that it is good. | decision-3-1-2\n");
  CHECK(decided("**The Operations Group has also:**\n\n1. **NOTED** it\n") ==
        "noted: NOTED it | decision-1\n");
}

TEST_CASE("lists elsewhere hold none") {
  CHECK(decided("The DCC:\n\n- **NOTED** it\n") == "");
  CHECK(decided("The OPSG met.\n\n- **NOTED** it\n") == "");
  CHECK(decided("The OPSG:\n\n- heard that the DCC **AGREED**\n- a **RED** one\n") == "");
  CHECK(decided("The OPSG:\n\nText.\n\n- **NOTED** it\n") == "");
}

TEST_CASE("a list item with a sentence of its own is read as one") {
  CHECK(decided("It was said that:\n\n- The OPSG **NOTED** it.\n") ==
        "noted: The OPSG NOTED it. | decision-1\n");
}

TEST_CASE("decisions are numbered by their item") {
  CHECK(decided("The OPSG **noted** a.\n\n## 3. B\n\nThe OPSG **noted** b.\n\n### 3.1 C\n\n"
                "The OPSG **noted** c.\n\n### D\n\nThe OPSG **noted** d.\n\n## 4. E\n") ==
        "noted: The OPSG noted a. | decision-1\n"
        "item 3: B\n"
        "noted: The OPSG noted b. | decision-3-1\n"
        "item 3.1: C\n"
        "noted: The OPSG noted c. | decision-3-1-1\n"
        "noted: The OPSG noted d. | decision-3-1-2\n"
        "item 4: E\n");
}

TEST_CASE("a decision knows where its verb stands") {
  const auto read = read_minutes("Text and\nthe OPSG also **NOTED** it and **AGREED** it.\n");
  CHECK(read.record.decisions.at(0).span == SourceSpan{SourcePath("minutes.md"), 2, 17, 5});
  CHECK(read.record.decisions.at(1).span == SourceSpan{SourcePath("minutes.md"), 2, 34, 6});
}

}  // namespace
}  // namespace opsg::test
