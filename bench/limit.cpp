// The least that any generator must do with a site's records: read each, have cmark-gfm make HTML
// of it, and write that. With a LIST of files it writes those instead of the HTML, so many bytes of
// anything each: as much as a generator that makes more of the records.
//   limit SITE OUTPUT [LIST]
// SITE holds content/meetings/*/minutes.md; each line of LIST is a size, a space and a path.

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "file_descriptor.h"
#include "file_system.h"
#include "text.h"

namespace opsg::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr std::array kExtensions = {"table", "autolink", "strikethrough"};

template <auto release>
struct Release {
  template <class T>
  void operator()(T* value) const {
    release(value);
  }
};

/// For any thread.
[[noreturn]] void give_up(std::string_view reason) {
  fmt::print(stderr, "limit: {}\n", reason);
  std::_Exit(1);
}

std::string read(const fs::path& path) {
  auto bytes = read_file(path, kMostBytes);
  if (!bytes) give_up(bytes.error().message);
  return std::move(*bytes);
}

void make_folders(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) give_up(fmt::format("cannot make {}: {}", folder.string(), error.message()));
}

/// Into a folder that is there, without syncing: an interrupted generator would begin anew.
void write(const fs::path& path, std::string_view bytes) {
  FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!file || !write_all(file, bytes) || file.close() != 0) {
    give_up(fmt::format("cannot write {}: {}", path.string(), system_message(errno)));
  }
}

std::string_view without_front_matter(std::string_view text) {
  constexpr std::string_view kEnd = "\n+++\n";
  const std::size_t end = text.find(kEnd);
  return end == std::string_view::npos ? text : text.substr(end + kEnd.size());
}

std::unique_ptr<char, Release<std::free>> html_of(std::string_view text) {
  const std::unique_ptr<cmark_parser, Release<cmark_parser_free>> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : kExtensions) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  const std::unique_ptr<cmark_node, Release<cmark_node_free>> document(
      cmark_parser_finish(parser.get()));
  return std::unique_ptr<char, Release<std::free>>(cmark_render_html(
      document.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get())));
}

/// Calls `work` with 0 to `count` - 1, on all processors.
void for_each_index(std::size_t count, const auto& work) {
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back([&] {
      for (std::size_t at = next++; at < count; at = next++) work(at);
    });
  }
}

std::vector<fs::path> meetings_of(const fs::path& site) {
  std::error_code error;
  std::vector<fs::path> meetings;
  for (fs::directory_iterator at(site / "content/meetings", error), end; at != end;
       at.increment(error)) {
    meetings.push_back(at->path());
  }
  if (error) give_up(fmt::format("cannot read {}: {}", site.string(), error.message()));
  std::sort(meetings.begin(), meetings.end());
  return meetings;
}

struct ListedFile {
  std::size_t size = 0;
  fs::path path;
};

std::vector<ListedFile> read_list(const fs::path& list) {
  std::vector<ListedFile> files;
  const std::string text = read(list);
  for (const std::string_view line : split_lines(text)) {
    ListedFile file;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), file.size);
    const auto space = static_cast<std::size_t>(end - line.data());
    if (error != std::errc() || space >= line.size() || line[space] != ' ') {
      give_up(fmt::format("{}: `{}` is no size and path", list.string(), line));
    }
    file.path = line.substr(space + 1);
    files.push_back(std::move(file));
  }
  return files;
}

void convert_and_write(const std::vector<fs::path>& meetings, const fs::path& output) {
  for_each_index(meetings.size(), [&](std::size_t i) {
    const std::string text = read(meetings[i] / "minutes.md");
    const fs::path folder = output / meetings[i].filename();
    make_folders(folder);
    write(folder / "index.html", html_of(without_front_matter(text)).get());
  });
}

void convert(const std::vector<fs::path>& meetings) {
  for_each_index(meetings.size(), [&](std::size_t i) {
    const std::string text = read(meetings[i] / "minutes.md");
    html_of(without_front_matter(text));
  });
}

void write_listed(const std::vector<ListedFile>& files, const fs::path& output) {
  std::size_t most = 0;
  for (const ListedFile& file : files) {
    most = std::max(most, file.size);
    make_folders(output / file.path.parent_path());
  }
  const std::string bytes(most, 'x');
  for_each_index(files.size(), [&](std::size_t i) {
    write(output / files[i].path, std::string_view(bytes).substr(0, files[i].size));
  });
}

void run(const std::vector<fs::path>& arguments) {
  const std::vector<fs::path> meetings = meetings_of(arguments[0]);
  const fs::path& output = arguments[1];
  make_folders(output);
  if (arguments.size() < 3) return convert_and_write(meetings, output);
  convert(meetings);
  write_listed(read_list(arguments[2]), output);
}

}  // namespace
}  // namespace opsg::bench

int main(int argc, char** argv) {
  const std::vector<std::filesystem::path> arguments(argv + 1, argv + argc);
  if (arguments.size() < 2 || arguments.size() > 3) {
    fmt::print(stderr, "usage: limit SITE OUTPUT [LIST]\n");
    return 2;
  }
  cmark_gfm_core_extensions_ensure_registered();
  opsg::bench::run(arguments);
  return 0;
}
