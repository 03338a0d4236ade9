#include <zlib.h>

#include <string>
#include <vector>

#include "audit_site.h"
#include "catch2.h"

namespace opsg::testing {
namespace {

constexpr const char* kFragment = "pagefind/fragment/en_1.pf_fragment";
constexpr const char* kList = "pagefind/index/en_1.pf_index";

/// As Pagefind packs its files.
std::string packed(const std::string& data) {
  const std::string text = "pagefind_dcd" + data;
  std::string bytes(text.size() + 100, '\0');
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

/// A CBOR list of short texts.
std::string list_of(const std::vector<std::string>& words) {
  std::string cbor(1, static_cast<char>(0x80 + words.size()));
  for (const std::string& word : words) cbor += static_cast<char>(0x60 + word.size()) + word;
  return cbor;
}

AuditSite site_with_secret() {
  AuditSite site;
  site.minutes("white",
               "All is well with the harbours.\n\n(AMBER) Harbour\n\n"
               "(AMBER) Zanzibar will be late again.\n");
  site.page("All is well with the harbours.");
  return site;
}

TEST_CASE("a clean index becomes a part of the site") {
  Diagnostics diagnostics;
  AuditSite site = site_with_secret();
  site.index_file(kFragment, packed(R"({"url":"/","content":"All is well with the harbours."})"));
  site.search_file("a/pagefind.js", "export {};");
  const auto audited = site.audit(diagnostics);
  REQUIRE(audited);
  std::vector<std::string> paths;
  for (const RenderedFile& file : (*audited)->files) paths.push_back(file.path);
  CHECK(paths == std::vector<std::string>{"a/pagefind.js", "index.html", kFragment});
}

TEST_CASE("withheld text in any kind of index file stops the build") {
  AuditSite site = site_with_secret();
  SECTION("a page's text") {
    site.index_file(kFragment, packed(R"({"content":"Zanzibar will be late again."})"));
  }
  SECTION("a list of words") {
    site.index_file(kList, packed(list_of({"well", "zanzibar"})));
  }
  SECTION("a filter") {
    site.index_file("pagefind/filter/en_1.pf_filter", packed(list_of({"owner", "Zanzibar"})));
  }
  SECTION("the entry") {
    site.index_file("pagefind/pagefind-entry.json", R"({"languages":{"zanzibar":1}})");
  }
  SECTION("a key that stands there twice") {
    site.index_file(kFragment, packed(R"({"content":"Zanzibar","content":"All is well."})"));
  }
  // The passage of one word beside it, so that each section's word is known to be searched for.
  site.minutes("white",
               "All is well.\n\n(AMBER) Zanzibar\n\n(AMBER) Zanzibar will be late again.\n");
  CHECK_FALSE(site.is_clean());
  CHECK(site.findings().find("error[audit-leak]") != std::string::npos);
}

TEST_CASE("the finding names the index file") {
  AuditSite site = site_with_secret();
  site.index_file(kFragment, packed("{\"content\":\n\"Zanzibar will be late again.\"}"));
  CHECK(site.findings() ==
        "content/meetings/m/minutes.md:9:9: error[audit-leak]: withheld text is in the output\n"
        "    9 | (AMBER) Zanzibar will be late again.\n"
        "      |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
        "  note: it is in pagefind/fragment/en_1.pf_fragment.json:2:2\n"
        "  help: nothing was written: take it out of the site's own theme, if that holds it; "
        "otherwise "
        "the gate should have kept it back, so please report a fault of opsg-site\n\n");
}

TEST_CASE("the stem of a public word is no withheld word") {
  AuditSite site = site_with_secret();
  SECTION("where a text of the index has the word") {
    site.index_file(kFragment, packed(R"({"content":"All is well with the harbours."})"));
    site.index_file(kList, packed(list_of({"all", "harbour", "well"})));
    CHECK(site.is_clean());
  }
  SECTION("but it is one where none has") {
    site.index_file(kList, packed(list_of({"all", "harbour", "well"})));
    CHECK_FALSE(site.is_clean());
  }
}

TEST_CASE("a file that the audit cannot read to its last byte is not written") {
  const std::string good = packed(R"({"content":"well"})");
  std::string named = good;
  named[3] = 8;  // RFC 1952: a file's name follows the header.
  named.insert(10, std::string("Zanzibar\0", 9));
  std::string tagged = list_of({"well"});
  tagged[0] = '\x98';  // A list whose length, 1, takes a byte of its own: not the shortest form.
  tagged.insert(1, 1, '\x01');
  const std::string bytes =
      GENERATE_COPY(std::string(), std::string("Zanzibar"), good.substr(0, good.size() - 1),
                    good + "Zanzibar", good + good, named, packed("{"), packed(tagged),
                    packed(list_of({"well"}) + "Zanzibar"), packed("{}").substr(1));
  AuditSite site = site_with_secret();
  site.index_file(kFragment, bytes);
  CHECK(site.findings() ==
        "site.toml: error[audit-unreadable]: the audit cannot read "
        "pagefind/fragment/en_1.pf_fragment, a file of the search index\n"
        "  help: install the version of Pagefind that opsg-site is tested with\n\n");
}

}  // namespace
}  // namespace opsg::testing
