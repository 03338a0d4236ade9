#include "precompression.h"

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <string>

#include "catch2.h"

namespace opsg::publishing {
namespace {

std::string long_text() {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "<p>The OPSG noted report " + std::to_string(i) + ".</p>\n";
  return text;
}

std::string paths_of(const std::vector<RenderedFile>& files) {
  std::string paths;
  for (const RenderedFile& file : files) paths += file.path + '\n';
  return paths;
}

std::vector<RenderedFile> copies_of(std::vector<RenderedFile> files, int threads = 2) {
  std::sort(files.begin(), files.end(),
            [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
  return compressed_copies({"public", std::move(files)}, threads);
}

std::string from_gzip(const std::string& bytes) {
  z_stream stream{};
  REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
  std::string out(100000, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  ::inflateEnd(&stream);
  return out;
}

std::string from_brotli(const std::string& bytes) {
  std::string out(100000, '\0');
  std::size_t size = out.size();
  CHECK(::BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                  &size, reinterpret_cast<std::uint8_t*>(out.data())) ==
        BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

TEST_CASE("text files have two smaller copies, which hold what they hold") {
  const auto copies = copies_of({{"index.html", long_text()}});
  REQUIRE(paths_of(copies) == "index.html.br\nindex.html.gz\n");
  CHECK(from_brotli(copies[0].bytes) == long_text());
  CHECK(from_gzip(copies[1].bytes) == long_text());
  CHECK(copies[0].bytes.size() < copies[1].bytes.size());
  CHECK(copies[1].bytes.size() < long_text().size() / 4);
}

TEST_CASE("a gzip file tells neither when nor where it was made") {
  const std::string bytes = copies_of({{"index.html", long_text()}})[1].bytes;
  CHECK(bytes.substr(0, 10) == std::string("\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\xFF", 10));
}

TEST_CASE("copies are the same however many threads make them") {
  std::vector<RenderedFile> files;
  for (int i = 0; i < 50; ++i) {
    files.push_back({"p/" + std::to_string(i) + ".html", long_text() + std::to_string(i)});
  }
  const auto one = copies_of(files, 1);
  const auto four = copies_of(files, 4);
  REQUIRE(one.size() == 100);
  CHECK(std::equal(one.begin(), one.end(), four.begin(), four.end(),
                   [](const RenderedFile& a, const RenderedFile& b) {
                     return a.path == b.path && a.bytes == b.bytes;
                   }));
}

TEST_CASE("what is small, or compressed in itself, has no copies") {
  CHECK(copies_of({{"small.html", "<p>Small.</p>"},
                   {"files/report.pdf", long_text()},
                   {"pagefind/index/en.pf_index", long_text()},
                   {"html", long_text()}})
            .empty());
}

TEST_CASE("a copy that would not be smaller is left out") {
  std::string noise;
  for (unsigned int i = 1, value = 1; i <= 600; ++i) {
    value = value * 1664525U + 1013904223U;
    noise += static_cast<char>(value >> 24);
  }
  CHECK(copies_of({{"noise.txt", noise}}).empty());
}

TEST_CASE("a file of the site is never replaced by a copy") {
  CHECK(paths_of(copies_of({{"data.json", long_text()}, {"data.json.gz", "the site's own"}})) ==
        "data.json.br\n");
}

TEST_CASE("a copy's name tells whose copy it is") {
  CHECK(original_of_copy("a/index.html.gz") == "a/index.html");
  CHECK(original_of_copy("a/index.html.br") == "a/index.html");
  CHECK(original_of_copy("a/index.html").empty());
}

}  // namespace
}  // namespace opsg::publishing
