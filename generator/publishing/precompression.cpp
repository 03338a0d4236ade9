#include "precompression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <utility>

#include "parallel.h"

namespace opsg::publishing {
namespace {

constexpr std::string_view kGzip = ".gz";
constexpr std::string_view kBrotli = ".br";
// Nine tenths of what the best quality saves, in a twentieth of its time.
constexpr int kBrotliQuality = 9;
constexpr int kUnknownSystem = 255;  // RFC 1952, 2.3.1
/// Smaller files go in one packet however they come.
constexpr std::size_t kWorthwhile = 512;
constexpr std::array<std::string_view, 10> kTextEndings = {
    ".css", ".csv", ".html", ".ics", ".js", ".json", ".md", ".svg", ".txt", ".xml"};

/// What zlib makes of the bytes; nothing where it fails, or where there are too many of them.
std::string gzip(const std::string& bytes) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) return {};
  constexpr int kWindowBits = 15 + 16;  // 16 asks for the format of gzip.
  constexpr int kMemoryLevel = 9;
  z_stream stream{};
  const int begun = ::deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kWindowBits,
                                   kMemoryLevel, Z_DEFAULT_STRATEGY);
  if (begun != Z_OK) return {};
  gz_header header{};  // Without a time or a name.
  header.os = kUnknownSystem;
  ::deflateSetHeader(&stream, &header);
  std::string out(::deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int done = ::deflate(&stream, Z_FINISH);
  out.resize(done == Z_STREAM_END ? stream.total_out : 0);
  ::deflateEnd(&stream);
  return out;
}

std::string brotli(const std::string& bytes) {
  std::string out(::BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = out.size();
  const bool done =
      ::BrotliEncoderCompress(kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(out.data())) == BROTLI_TRUE;
  out.resize(done ? size : 0);
  return out;
}

/// Both copies of a file, as far as they are worth having.
std::vector<RenderedFile> copies_of(const RenderedFile& file) {
  std::vector<RenderedFile> copies;
  const auto add = [&](std::string_view ending, std::string bytes) {
    if (bytes.empty() || bytes.size() >= file.bytes.size()) return;
    copies.push_back({file.path + std::string(ending), std::move(bytes)});
  };
  add(kBrotli, brotli(file.bytes));
  add(kGzip, gzip(file.bytes));
  return copies;
}

std::vector<const RenderedFile*> files_to_compress(const RenderedSite& site) {
  std::vector<const RenderedFile*> files;
  for (const RenderedFile& file : site.files) {
    if (file.bytes.size() >= kWorthwhile && is_compressible(file.path)) files.push_back(&file);
  }
  return files;
}

bool has_file(const RenderedSite& site, const std::string& path) {
  return std::binary_search(
      site.files.begin(), site.files.end(), RenderedFile{path, {}},
      [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
}

}  // namespace

bool is_compressible(std::string_view path) {
  return std::any_of(kTextEndings.begin(), kTextEndings.end(),
                     [&](std::string_view ending) { return path.ends_with(ending); });
}

std::vector<RenderedFile> compressed_copies(const RenderedSite& site, int threads,
                                            Progress* progress) {
  const std::vector<const RenderedFile*> files = files_to_compress(site);
  if (progress) progress->begin("compressing files", files.size());
  std::vector<std::vector<RenderedFile>> made(files.size());
  for_each_index(files.size(), threads, [&](std::size_t i) {
    made[i] = copies_of(*files[i]);
    if (progress) progress->step();
  });
  std::vector<RenderedFile> copies;
  for (std::vector<RenderedFile>& each : made) {
    for (RenderedFile& copy : each) {
      if (!has_file(site, copy.path)) copies.push_back(std::move(copy));
    }
  }
  return copies;
}

std::string_view original_of_copy(std::string_view path) {
  for (const std::string_view ending : {kGzip, kBrotli}) {
    if (path.ends_with(ending)) return path.substr(0, path.size() - ending.size());
  }
  return {};
}

}  // namespace opsg::publishing
