#include "audit_memo.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit_site.h"
#include "catch2.h"
#include "public_text.h"
#include "sha256.h"

namespace opsg::testing {
namespace {

using restricted::AuditMemo;

constexpr std::string_view kSecret = "Zebras graze quietly behind the old barn.";

AuditSite one_secret() {
  return AuditSite()
      .minutes("white", "The public met.\n\n(AMBER) " + std::string(kSecret) + "\n")
      .output("a.html", "<p>The public met.</p>")
      .output("b.html", "<p>Nothing else happened.</p>");
}

TEST_CASE("a file that was clean is searched again for what was not looked for before") {
  AuditMemo memo;
  CHECK(one_secret().memo(memo).is_clean());
  AuditSite site = one_secret().memo(memo);
  SECTION("a passage that is withheld from now on") {
    site.minutes("white", "(AMBER) Nothing else happened to the public.\n\nMore.\n");
    site.output("c.html", "<p>Nothing else happened to the public.</p>");
  }
  SECTION("a document that is withheld from now on") {
    site = AuditSite(site).minutes("amber", "Nothing else happened to the public.\n");
    site.output("c.html", "<p>Nothing else happened to the public</p>");
  }
  SECTION("a page that shows the passage from now on") {
    site.output("c.html", "<p>" + std::string(kSecret) + "</p>");
  }
  SECTION("a path that names it") {
    site.output("zebras/graze/quietly/behind/the/old/barn.html", "");
  }
  CHECK_FALSE(site.is_clean());
}

TEST_CASE("a passage is found once no public text excuses it any more") {
  AuditMemo memo;
  AuditSite excused = one_secret().output("c.html", "<p>" + std::string(kSecret) + "</p>");
  const auto add_excuse = [](AuditSite site, std::string_view text) {
    return site.source(
        "content/pages/zebras.md",
        fmt::format("+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n{}\n", text));
  };
  CHECK(add_excuse(excused, kSecret).memo(memo).is_clean());
  CHECK(add_excuse(excused, kSecret).memo(memo).is_clean());
  CHECK_FALSE(add_excuse(excused, "Horses.").memo(memo).is_clean());
  CHECK_FALSE(excused.memo(memo).is_clean());
}

TEST_CASE("a line that was left out of one file because another has it counts for neither") {
  AuditMemo memo;
  const std::string line = "<p>" + std::string(kSecret) + "</p>\n";
  const std::string lines = line + line + "<p>end</p>\n";
  CHECK_FALSE(one_secret().output("c.html", lines).output("d.html", lines).memo(memo).is_clean());
  CHECK_FALSE(one_secret().output("d.html", lines).memo(memo).is_clean());
}

TEST_CASE("a copy of a withheld file is found in a file that is known to be clean") {
  AuditMemo memo;
  AuditSite site = one_secret().output("c.bin", "bytes").memo(memo);
  CHECK(site.is_clean());
  CHECK_FALSE(site.source("content/meetings/m/plan.pdf", "bytes").is_clean());
}

TEST_CASE("a file that may be copied is searched once it may not") {
  AuditMemo memo;
  const std::string bytes = "about: " + std::string(kSecret);
  AuditSite site = one_secret().output("c.txt", bytes).memo(memo);
  site.source("content/meetings/m/plan.txt", bytes);
  AuditSite listed = site;
  listed.source("content/meetings/m/meeting.toml",
                fmt::format("classification = \"white\"\n[[attachments]]\nfile = \"plan.txt\"\n"
                            "classification = \"white\"\nsha256 = \"{}\"\n",
                            sha256_hex(bytes)));
  CHECK(listed.is_clean());
  CHECK_FALSE(site.is_clean());
}

TEST_CASE("an embargo is judged each time") {
  using namespace std::chrono_literals;
  AuditMemo memo;
  AuditSite site =
      AuditSite()
          .source("content/meetings/m/minutes.md",
                  "+++\nclassification = \"white\"\nembargo = 2021-02-01T09:00:00\n+++\n" +
                      std::string(kSecret) + "\n")
          .page(kSecret)
          .memo(memo);
  const UtcTime end = std::chrono::sys_days(2021y / 2 / 1) + 9h;
  CHECK(site.now(end).is_clean());
  CHECK_FALSE(site.now(end - 1s).is_clean());
  CHECK(site.now(end).is_clean());
}

TEST_CASE("a memo holds what the last audit asked for") {
  AuditMemo memo;
  one_secret().memo(memo).is_clean();
  CHECK(memo.readings() == 3);  // site.toml, meeting.toml, minutes.md
  CHECK(memo.clean_files() == 2);
  memo.forget_unused();
  one_secret().minutes("white", "Other.\n\n(AMBER) " + std::string(kSecret)).memo(memo).is_clean();
  CHECK(memo.readings() == 4);
  memo.forget_unused();
  CHECK(memo.readings() == 3);
  CHECK(memo.clean_files() == 2);
  memo.forget_unused();
  CHECK(memo.readings() == 0);
  CHECK(memo.clean_files() == 0);
}

TEST_CASE("a memo's words are bounded") {
  AuditMemo memo;
  for (int i = 0; i < 100; ++i) {
    AuditSite site = one_secret().memo(memo);
    site.source("content/glossary.toml", fmt::format("A = \"word{} other{} third{}\"\n", i, i, i));
    CHECK(site.is_clean());
    memo.forget_unused();
    CHECK(memo.vocabulary()->size() < 200);
  }
}

TEST_CASE("an audit does not wait for another one's memo") {
  AuditMemo memo;
  const auto use = memo.try_use();
  CHECK(use.owns_lock());
  CHECK(one_secret().memo(memo).is_clean());
  CHECK(memo.readings() == 0);
}

/// A site whose files change one at a time, from few sentences, so that what one file withholds
/// another one may excuse, and pages show both.
class ChangingSite {
 public:
  explicit ChangingSite(std::uint64_t seed) : random_(seed) {
    for (int i = 0; i < 4; ++i) change_document();
    for (int i = 0; i < 6; ++i) change_page();
    change_meeting();
  }

  void change() {
    switch (number(9)) {
      case 0:
      case 1:
      case 2:
        return change_document();
      case 3:
      case 4:
        return change_page();
      case 5:
        return change_meeting();
      case 6:
        return change_attachment();
      case 7:
        theme_ = number(1) == 0 ? "" : sentence();
        return;
      case 8:
        clean_pages();
        return;
      default:
        audience_ = number(3) == 0 ? "members" : "public";
        now_ += std::chrono::hours(number(40));
        std::swap(some_document(), some_document());
    }
  }

  AuditSite site() const {
    AuditSite site;
    for (const auto* files : {&documents_, &others_}) {
      for (const auto& [path, bytes] : *files) {
        if (!bytes.empty()) site.source(path, bytes);
      }
    }
    for (const auto& [path, bytes] : pages_) site.output(path, bytes);
    if (!theme_.empty()) site.program_text(theme_);
    return site.audience(audience_).now(now_);
  }

 private:
  static constexpr auto kDocuments = std::to_array<std::string_view>(
      {"content/meetings/m/minutes.md", "content/meetings/m/headlines.md",
       "content/meetings/n/minutes.md", "content/pages/about.md"});

  std::size_t number(std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random_);
  }

  std::string& some_document() {
    return documents_[std::string(kDocuments[number(kDocuments.size() - 1)])];
  }

  std::string word() {
    constexpr auto kWords = std::to_array<std::string_view>(
        {"zebra", "barn", "quiet", "supplier", "INC000001234567", "The", "of", "meter", "Ida",
         "Quagga", "OPSG 64/03", "firm", "4,500", "caf\u00E9", "outage", "late"});
    return std::string(kWords[number(kWords.size() - 1)]);
  }

  std::string sentence() {
    if (sentences_.size() < 14) {
      std::string text;
      for (std::size_t i = 0; i < 4 + number(5); ++i) text += word() + " ";
      sentences_.push_back(text);
    }
    return sentences_[number(sentences_.size() - 1)];
  }

  std::string block() {
    switch (number(9)) {
      case 0:
        return "(AMBER) " + sentence();
      case 1:
        return sentence() + " [AMBER: " + word() + " " + word() + "] " + sentence();
      case 2:
        return "## 6. " + sentence() + "(AMBER)";
      case 3:
        return "[" + word() + "](https://" + word().substr(0, 3) + ".example/" + word() + ")";
      case 4:
        return "<!-- " + sentence() + " -->";
      default:
        return sentence();
    }
  }

  void change_document() {
    std::string& bytes = some_document();
    if (number(9) == 0) {
      bytes.clear();
      return;
    }
    bytes = fmt::format("+++\nclassification = \"{}\"\n", number(5) == 0 ? "amber" : "white");
    if (number(9) == 0) bytes += "status = \"draft\"\n";
    if (number(5) == 0) bytes += fmt::format("embargo = 2021-02-{:02}\n", 1 + number(27));
    bytes += "+++\n";
    for (std::size_t i = 0; i < 1 + number(3); ++i) bytes += block() + "\n\n";
  }

  void change_meeting() {
    std::string& bytes =
        others_[fmt::format("content/meetings/{}/meeting.toml", number(1) == 0 ? "m" : "n")];
    bytes = fmt::format("classification = \"{}\"\ncode = \"41_250{}\"\n",
                        number(4) == 0 ? "amber" : "white", number(9));
    if (number(1) == 0) {
      bytes += fmt::format(
          "[[attachments]]\nfile = \"plan.txt\"\nclassification = \"{}\"\nsha256 = \"{}\"\n",
          number(2) == 0 ? "amber" : "white", sha256_hex(sentence()));
    }
    if (number(1) == 0) {
      bytes += fmt::format("[[attendance]]\norganisation = \"{}\"\nname = \"{} {}\"\n", word(),
                           word(), word());
    }
  }

  void change_attachment() {
    others_["content/meetings/m/plan.txt"] = number(1) == 0 ? "" : sentence();
  }

  void change_page() {
    constexpr auto kPages = std::to_array<std::string_view>(
        {"a.html", "b.html", "c/index.html", "d.json", "e.csv", "f.ics", "41_2501/index.html"});
    std::string& bytes = pages_[std::string(kPages[number(kPages.size() - 1)])];
    bytes = number(9) == 0 ? sentence() : "";
    for (std::size_t i = 0; i < number(4); ++i) bytes += "<p>" + sentence() + "</p>\n";
  }

  void clean_pages() {
    for (auto& [path, bytes] : pages_) bytes = number(3) == 0 ? theme_ : "<p>None.</p>\n";
  }

  std::mt19937_64 random_;
  std::vector<std::string> sentences_;
  std::map<std::string, std::string> documents_;
  std::map<std::string, std::string> others_;
  std::map<std::string, std::string> pages_;
  std::string theme_;
  std::string audience_ = "public";
  UtcTime now_ = std::chrono::sys_days(std::chrono::year(2021) / 2 / 1);
};

TEST_CASE("after any edits an audit with a memo says what one without says") {
  std::size_t clean = 0;
  std::size_t found = 0;
  std::size_t recalled = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    AuditMemo memo;
    ChangingSite changing(seed);
    for (int step = 0; step < 40; ++step) {
      recalled += memo.clean_files();
      const AuditSite fresh = changing.site();
      const std::string findings = fresh.findings();
      ++(findings.empty() ? clean : found);
      CAPTURE(seed, step);
      CHECK(AuditSite(fresh).memo(memo).findings() == findings);
      CHECK(AuditSite(fresh).memo(memo).findings() == findings);
      if (step % 3 == 0) memo.forget_unused();
      changing.change();
    }
  }
  CHECK(clean > 100);
  CHECK(found > 100);
  CHECK(recalled > 300);
}

}  // namespace
}  // namespace opsg::testing
