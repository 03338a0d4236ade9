#include "approvals.h"

#include <string>

#include "catch2.h"
#include "diagnostic_printer.h"
#include "passage_fixture.h"
#include "passage_hash.h"
#include "text.h"

namespace opsg::comparison {
namespace {

using opsg::test::passage;
using opsg::test::passage_of;

const SourcePath kPath("approvals.toml");

std::string findings(const std::string& toml) {
  Diagnostics diagnostics;
  CHECK_FALSE(read_approvals(toml, kPath, diagnostics));
  diagnostics.sort();
  DiagnosticContext context;
  const auto lines = split_lines(toml);
  context.line_text = [&](const SourcePath&, std::uint32_t line) {
    return line > 0 && line <= lines.size() ? std::optional(lines[line - 1]) : std::nullopt;
  };
  return format_diagnostics(diagnostics, context);
}

std::string approval(const std::string& lines) {
  return "[[approval]]\nby = \"OPSG Chair\"\n" + lines;
}

TEST_CASE("what is written is what is read") {
  const Approval written{"OPSG \"Chair\" \\ \t",
                         "2021-02-03T10:00:00Z",
                         "public",
                         std::string(64, 'b'),
                         {std::string(64, 'a'), std::string(64, '0')}};
  Diagnostics diagnostics;
  const auto read = read_approvals(format_approval(written) + "\n" + format_approval(written),
                                   kPath, diagnostics);
  INFO(format_diagnostics(diagnostics, {}));
  REQUIRE(read);
  REQUIRE(read->size() == 2);
  CHECK(read->back().by == written.by);
  CHECK(read->back().at == written.at);
  CHECK(read->back().audience == written.audience);
  CHECK(read->back().against == written.against);
  CHECK(read->back().passages == written.passages);
}

TEST_CASE("a file without approvals has none") {
  Diagnostics diagnostics;
  CHECK(read_approvals("# nothing yet\n", kPath, diagnostics)->empty());
}

TEST_CASE("damaged approvals are told by their place") {
  CHECK(findings("[[approval]\n").starts_with("approvals.toml:1:12: error[toml-syntax]"));
  CHECK(findings("approval = 1\n").starts_with("approvals.toml:1:12: error[wrong-type]"));
  CHECK(findings("[[aproval]]\n").starts_with("approvals.toml:1:3: error[unknown-key]"));
  CHECK(findings(approval("at = \"2021-02-03 10:00\"\naudience = \"public\"\n")) ==
        R"(approvals.toml:3:6: error[approval-invalid]: this is no time in UTC
    3 | at = "2021-02-03 10:00"
      |      ^~~~~~~~~~~~~~~~~~
  help: write it as "2021-02-03T10:00:00Z"

)");
  CHECK(findings(approval("at = \"2021-02-03T10:00:00Z\"\naudience = \"public\"\n"
                          "passages = [\"0123\"]\n")) ==
        R"(approvals.toml:5:13: error[approval-invalid]: this is no digest of a passage
    5 | passages = ["0123"]
      |             ^~~~~~
  help: let `opsg-site diff --approve` write approvals; never change what it wrote

)");
  CHECK(findings("[[approval]]\nby = \"\"\nat = 7\naudience = \"public\"\n")
            .find("approvals.toml:3:6: error[wrong-type]") != std::string::npos);
}

PassageComparison one_of_each() {
  return compare_passages(
      {passage("minutes", "1", "the OPSG noted it"), passage("minutes", "2", "gone")},
      {passage("minutes", "1", "the OPSG agreed it"), passage("minutes", "3", "new")});
}

std::string approved(const Passage& each) {
  return approved_passage_hash(each, "");
}

Approval approving(const std::vector<std::string>& hashes, const std::string& audience = "public") {
  return {"OPSG Chair", "2021-02-03T10:00:00Z", audience, "", hashes};
}

TEST_CASE("what is new or changed wants approval, and what is gone wants none") {
  const PassageComparison comparison = one_of_each();
  const auto missing = unapproved(comparison, {}, "public");
  REQUIRE(missing.size() == 2);
  CHECK(missing[0]->after->text == "the OPSG agreed it");
  CHECK(missing[1]->after->text == "new");
}

TEST_CASE("an approval holds for one passage, one place and one audience") {
  const PassageComparison comparison = one_of_each();
  const std::string agreed = approved(passage("minutes", "1", "the OPSG agreed it"));
  const std::string elsewhere = approved(passage("minutes", "9", "new"));
  const std::string fresh = approved(passage("minutes", "3", "new"));
  CHECK(unapproved(comparison, {approving({agreed, elsewhere})}, "public").size() == 1);
  CHECK(unapproved(comparison, {approving({agreed}), approving({fresh})}, "public").empty());
  CHECK(unapproved(comparison, {approving({agreed, fresh}, "members")}, "public").size() == 2);
}

TEST_CASE("an approval holds for one entry of an item") {
  const Passage red = passage("minutes", "3", "Status: RED", "field");
  const PassageComparison comparison =
      compare_passages({}, {passage_of("LSC 1", red), passage_of("LSC 5", red)});
  const std::string first = approved(passage_of("LSC 1", red));
  const auto missing = unapproved(comparison, {approving({first})}, "public");
  REQUIRE(missing.size() == 1);
  CHECK(missing[0]->after->entry == "LSC 5");
}

TEST_CASE("an approval holds for one title of an item") {
  const auto titled = [](const std::string& item, const std::string& title) {
    Passage made = passage("minutes", item, "Noted.");
    made.item_title = title;
    return made;
  };
  const Passage accepted = titled("1", "Accepted"), rejected = titled("1", "Rejected");
  const PassageComparison comparison =
      compare_passages({accepted}, {rejected, titled("2", "Accepted")});
  CHECK(unapproved(comparison, {approving({approved(accepted)})}, "public").size() == 1);
  CHECK(unapproved(comparison, {approving({approved(rejected)})}, "public").empty());
}

std::vector<Passage> item(const std::vector<std::string>& texts) {
  std::vector<Passage> passages;
  for (const std::string& text : texts) passages.push_back(passage("minutes", "1", text));
  return passages;
}

Approval approving_all(const PassageComparison& comparison) {
  std::vector<std::string> hashes;
  for (const PassageChange* change : unapproved(comparison, {}, "public")) {
    hashes.push_back(approval_hash(*change));
  }
  return approving(hashes);
}

std::vector<std::string> unapproved_texts(const std::vector<Passage>& before,
                                          const std::vector<Passage>& after,
                                          const Approval& approval) {
  const PassageComparison comparison = compare_passages(before, after);
  std::vector<std::string> texts;
  for (const PassageChange* change : unapproved(comparison, {approval}, "public")) {
    texts.push_back(change->after->text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

TEST_CASE("an approval of what was never published holds for its order") {
  const auto first = item({"Accepted:", "Alpha", "Rejected:", "Beta"});
  const Approval approval = approving_all(compare_passages({}, first));
  CHECK(unapproved_texts({}, first, approval).empty());
  CHECK(unapproved_texts({}, item({"Accepted:", "Beta", "Rejected:", "Alpha"}), approval) ==
        Texts{"Beta", "Rejected:", "Alpha"});
  CHECK(unapproved_texts({}, item({"Accepted:", "Alpha", "Beta"}), approval) == Texts{"Beta"});
}

TEST_CASE("an approval of something new holds behind what it was approved behind") {
  const auto published = item({"Accepted:", "Alpha", "Rejected:", "Beta"});
  const auto added = item({"Accepted:", "Alpha", "Gamma", "Rejected:", "Beta"});
  const Approval approval = approving_all(compare_passages(published, added));
  CHECK(unapproved_texts(published, added, approval).empty());
  CHECK(unapproved_texts(published, item({"Accepted:", "Alpha", "Rejected:", "Beta", "Gamma"}),
                         approval) == Texts{"Gamma"});
  CHECK(unapproved_texts(published, item({"Accepted:", "Alpha?", "Gamma", "Rejected:", "Beta"}),
                         approval) == Texts{"Alpha?", "Gamma"});
}

TEST_CASE("facts are approved in any order") {
  const auto facts = [](const Texts& texts) {
    std::vector<Passage> passages;
    for (const std::string& text : texts) {
      passages.push_back(passage("meeting", "", text, "fact"));
    }
    return passages;
  };
  const Approval approval = approving_all(compare_passages({}, facts({"Code: 1", "Place: Hall"})));
  CHECK(unapproved_texts({}, facts({"Place: Hall", "Code: 1"}), approval).empty());
}

TEST_CASE("an approval of what moved holds for one order of the item, and others for none") {
  const auto before = item({"Accepted:", "Alpha", "Rejected:", "Beta", "End."});
  const auto after = item({"Accepted:", "Beta", "Rejected:", "Alpha", "End."});
  const Approval first = approving_all(compare_passages({}, before));
  const PassageComparison exchanged = compare_passages(before, after);
  const auto open = unapproved(exchanged, {first}, "public");
  REQUIRE(open.size() == 2);
  std::vector<std::string> moved;
  for (const PassageChange* change : open) moved.push_back(approval_hash(*change));
  CHECK(unapproved(exchanged, {approving(moved)}, "public").empty());
  const auto third = item({"Accepted:", "Beta", "Rejected:", "End.", "Alpha"});
  CHECK_FALSE(
      unapproved(compare_passages(before, third), {first, approving(moved)}, "public").empty());
}

TEST_CASE("approvals by digests of the former form do not count, and are told") {
  const Passage red = passage_of("LSC 1", passage("minutes", "3", "Status: RED", "field"));
  const Passage noted = passage("minutes", "3", "Noted.");
  const PassageComparison comparison = compare_passages({}, {red, noted});
  const std::string toml =
      format_approval(approving({former_passage_hash(red), std::string(64, 'a')})) + '\n' +
      format_approval(approving({passage_hash(red), former_passage_hash(noted)})) + '\n' +
      format_approval(approving({approved(red)}, "members")) + '\n' +
      format_approval(approving({former_passage_hash(red)}, "members"));
  Diagnostics diagnostics;
  const auto approvals = read_approvals(toml, kPath, diagnostics);
  REQUIRE(approvals);
  const auto open = unapproved(comparison, *approvals, "public");
  CHECK(open.size() == 2);
  report_outdated(open, *approvals, "public", diagnostics);
  CHECK(
      format_diagnostics(diagnostics, {}) ==
      R"(approvals.toml:1:1: warning[approval-outdated]: a passage of this approval is named without the place in the text, as an earlier opsg-site did: nothing is approved by it
  help: have them read again in the report of `opsg-site diff --html`, and approve them by `opsg-site diff --approve`

approvals.toml:10:1: warning[approval-outdated]: 2 passages of this approval are named without the place in the text, as an earlier opsg-site did: nothing is approved by it
  help: have them read again in the report of `opsg-site diff --html`, and approve them by `opsg-site diff --approve`

)");
  Diagnostics none;
  report_outdated({}, *approvals, "public", none);
  CHECK(none.empty());
}

TEST_CASE("the digest of a list changes with every passage and with the audience, not with order") {
  const PassageComparison comparison = one_of_each();
  auto list = unapproved(comparison, {}, "public");
  const std::string whole = list_hash(list, "public");
  CHECK(list_hash(list, "members") != whole);
  std::swap(list[0], list[1]);
  CHECK(list_hash(list, "public") == whole);
  list.pop_back();
  CHECK(list_hash(list, "public") != whole);
}

}  // namespace
}  // namespace opsg::comparison
