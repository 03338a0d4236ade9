#include <httplib.h>
#include <pthread.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "catch2.h"
#include "init_command.h"
#include "loopback.h"
#include "options.h"
#include "pipeline.h"
#include "preview_page.h"
#include "preview_site.h"
#include "serve_command.h"
#include "site_generator.h"
#include "site_session.h"
#include "temp_folder.h"
#include "theme_choice.h"

namespace opsg::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int kEdits = 1000;
constexpr auto kLongEnough = 20s;

std::string text_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// A site in a folder, which somebody edits without care.
class EditedSite {
 public:
  EditedSite(fs::path root, std::uint64_t seed) : root_(std::move(root)), random_(seed) {
    const fs::path meeting = meetings() / "2026-01-15-first-meeting";
    facts_ = text_of(meeting / "meeting.toml");
    headlines_ = text_of(meeting / "headlines.md");
    slugs_.insert(meeting.filename().string());
  }

  void edit() {
    switch (random_.below(10)) {
      case 0:
        return add_meeting();
      case 1:
        return rename_meeting();
      case 2:
        return remove_meeting();
      case 3:
        return break_headlines();
      case 4:
        return break_settings();
      case 5:
        return mend();
      case 6:
        return edit_theme();
      case 7:
        return move_away_and_back();
      default:
        return edit_headlines();
    }
  }

  /// Everything that is broken is written anew; what was added, renamed or removed stays so.
  void mend() {
    write(root_ / "site.toml", settings());
    for (const fs::path& meeting : all_meetings()) write_headlines(meeting, good_headlines());
  }

  /// Every folder's name that a meeting ever had.
  const std::set<std::string>& slugs() const { return slugs_; }

 private:
  fs::path meetings() const { return root_ / "content/meetings"; }

  std::vector<fs::path> all_meetings() const {
    std::set<fs::path> sorted;
    for (const auto& entry : fs::directory_iterator(meetings())) sorted.insert(entry.path());
    return {sorted.begin(), sorted.end()};
  }

  fs::path any_meeting() {
    const auto all = all_meetings();
    return all[static_cast<std::size_t>(random_.below(static_cast<int>(all.size())))];
  }

  fs::path new_folder() {
    const std::string slug = "meeting-" + std::to_string(random_.serial());
    slugs_.insert(slug);
    return meetings() / slug;
  }

  std::string settings() {
    if (settings_.empty()) settings_ = text_of(root_ / "site.toml");
    return settings_ + "# " + std::to_string(random_.serial()) + "\n";
  }

  std::string good_headlines() {
    return headlines_ + "\nParagraph " + std::to_string(random_.serial()) +
           ".\n\n(AMBER) Not for all " + std::to_string(random_.serial()) + ".\n";
  }

  /// In place, or by renaming a new file over the old one, as editors do the one or the other.
  void write_headlines(const fs::path& meeting, const std::string& text) {
    const fs::path file = meeting / "headlines.md";
    if (random_.one_in(2)) return write(file, text);
    write(meeting / ".headlines.md.tmp", text);
    fs::rename(meeting / ".headlines.md.tmp", file);
  }

  void edit_headlines() { write_headlines(any_meeting(), good_headlines()); }

  void break_headlines() {
    static const std::vector<std::string> kBroken = {"", "+++\n", "no front matter", "\xff\xfe",
                                                     "+++\nclassification = \"whit\"\n+++\n"};
    const auto broken =
        static_cast<std::size_t>(random_.below(static_cast<int>(kBroken.size()) + 1));
    const fs::path meeting = any_meeting();
    write_headlines(meeting, broken < kBroken.size() ? kBroken[broken]
                                                     : good_headlines() + "\n(AMBRE) A slip.\n");
  }

  void break_settings() {
    const std::string good = settings();
    write(root_ / "site.toml",
          random_.one_in(2) ? good.substr(0, good.size() / 2) : good + "x = [\n");
  }

  void add_meeting() {
    const fs::path meeting = new_folder();
    fs::create_directories(meeting);
    std::string facts = facts_;
    const auto line = facts.find("code = ");
    const auto end = facts.find('\n', line);
    facts.replace(line, end - line, "code = \"N" + std::to_string(random_.serial()) + "\"");
    write(meeting / "meeting.toml", facts);
    write_headlines(meeting, good_headlines());
  }

  void rename_meeting() { fs::rename(any_meeting(), new_folder()); }

  void remove_meeting() {
    if (all_meetings().size() > 3) fs::remove_all(any_meeting());
  }

  void move_away_and_back() {
    const fs::path away = root_ / "away";
    fs::rename(root_ / "content", away);
    fs::rename(away, root_ / "content");
  }

  void edit_theme() {
    const fs::path assets = root_ / "overrides/assets";
    if (random_.one_in(4)) {
      fs::remove_all(root_ / "overrides");
      return;
    }
    fs::create_directories(assets);
    write(assets / "extra.css", "/* " + std::to_string(random_.serial()) + " */\n");
  }

  fs::path root_;
  Random random_;
  std::string facts_;
  std::string headlines_;
  std::string settings_;
  std::set<std::string> slugs_;
};

/// The program's own command, in a thread.
class ServedSite {
 public:
  ServedSite(const fs::path& config, int port) : port_(port) {
    // The command takes these signals over, which only works where no other thread has them.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    options_.config = config;
    options_.serve_port = port;
    options_.quiet = true;
    thread_ = std::thread([this] { status_ = app::run_serve(options_); });
  }

  ~ServedSite() {
    if (thread_.joinable()) stop();
  }

  int stop() {
    kill(getpid(), SIGTERM);
    thread_.join();
    return status_;
  }

  httplib::Result get(const std::string& path) const {
    httplib::Client client("127.0.0.1", port_);
    client.set_tcp_nodelay(true);
    return client.Get(path);
  }

  std::string base_url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
  const app::Options& options() const { return options_; }

 private:
  int port_;
  app::Options options_;
  std::thread thread_;
  int status_ = -1;
};

std::map<std::string, std::string> fresh_build(const ServedSite& served) {
  Diagnostics found;
  const auto session = app::open_site(served.options(), found);
  REQUIRE(session);
  const auto theme = app::choose_theme(session->root, session->tree, found);
  REQUIRE(theme);
  app::BuildRequest request = app::build_request(served.options(), *session);
  request.base_url = served.base_url();
  const auto built = app::build_site(session->tree, *theme, request, found);
  REQUIRE(built.site);
  std::map<std::string, std::string> files;
  for (const RenderedFile& file : (*built.site)->files) files[file.path] = file.bytes;
  return files;
}

/// What a browser must get for a file of the build.
std::string as_served(const std::string& path, const std::string& bytes) {
  if (!path.ends_with(".html")) return bytes;
  return preview::make_preview_page(bytes, {preview::fingerprint(bytes),
                                            "/" + path,
                                            "public",
                                            {"public", "parties", "members"},
                                            "",
                                            true,
                                            false});
}

/// The first path whose answer differs from the fresh build; empty: there is none.
std::string first_difference(const ServedSite& served,
                             const std::map<std::string, std::string>& fresh,
                             const std::set<std::string>& slugs) {
  for (const auto& [path, bytes] : fresh) {
    const auto answer = served.get("/" + path);
    if (!answer || answer->status != 200 || answer->body != as_served(path, bytes)) return path;
  }
  for (const std::string& slug : slugs) {
    const std::string page = "meetings/" + slug + "/";
    const auto answer = served.get("/" + page);
    const int expected = fresh.contains(page + "index.html") ? 200 : 404;
    if (!answer || answer->status != expected) return page;
  }
  return {};
}

void wait_until_answered(const ServedSite& served) {
  const auto deadline = steady_clock::now() + kLongEnough;
  while (!served.get("/") && steady_clock::now() < deadline) std::this_thread::sleep_for(10ms);
  REQUIRE(served.get("/"));
}

}  // namespace

TEST_CASE(
    "After a thousand careless edits a preview shows what a fresh build gives, byte for byte") {
  const testing::TempFolder folder;
  app::Options init;
  init.init_folder = folder / "site";
  init.quiet = true;
  REQUIRE(app::run_init(init) == 0);
  ServedSite served(folder / "site/site.toml", testing::free_port());
  wait_until_answered(served);

  EditedSite site(folder / "site", 1);
  int whole_pages = 0;
  for (int edit = 1; edit <= kEdits; ++edit) {
    site.edit();
    if (edit % 10 != 0) continue;
    const auto home = served.get("/");
    REQUIRE(home);
    REQUIRE(home->status == 200);
    REQUIRE(home->body.ends_with("</html>\n"));
    ++whole_pages;
  }
  CHECK(whole_pages == kEdits / 10);

  site.mend();
  const auto fresh = fresh_build(served);
  CHECK(fresh.size() > 50);
  const auto deadline = steady_clock::now() + kLongEnough;
  std::string difference = first_difference(served, fresh, site.slugs());
  while (!difference.empty() && steady_clock::now() < deadline) {
    std::this_thread::sleep_for(50ms);
    difference = first_difference(served, fresh, site.slugs());
  }
  CHECK(difference == "");
  CHECK(served.stop() == 0);
}

}  // namespace opsg::test
