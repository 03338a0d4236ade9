#include "serve_command.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>

#include "exit_status.h"
#include "file_names.h"
#include "file_watcher.h"
#include "preview_builder.h"
#include "preview_router.h"
#include "preview_server.h"
#include "report.h"
#include "site_session.h"
#include "stop_signals.h"
#include "text.h"

namespace opsg::app {
namespace {

using preview::FileWatcher;
using preview::PreviewAddress;
using preview::PreviewServer;
using preview::PreviewState;
using std::chrono::steady_clock;
using std::chrono::system_clock;

constexpr int kFirstPort = 1313;
constexpr int kPortsTried = 100;

preview::WatchScope watch_scope(const std::filesystem::path& root) {
  return {root, {"site.toml", "content", "themes", "overrides"}, restricted::is_ignored_name};
}

Result<PreviewServer> bind(const Options& options) {
  if (options.serve_port) return PreviewServer::bind(options.serve_bind, *options.serve_port, 1);
  return PreviewServer::bind(options.serve_bind, kFirstPort, kPortsTried);
}

/// Empty where nothing is wrong with them.
std::string misuse_of(const Options& options) {
  const PreviewAddress address{options.serve_bind, 0};
  if (!address.is_valid()) {
    return fmt::format("--bind wants an IP address of this machine, not `{}`",
                       printable(options.serve_bind));
  }
  if (options.serve_editor && !address.is_loopback()) {
    return "--editor shows what is withheld, and so is for this machine alone: leave --bind out";
  }
  return {};
}

void say_where(const Report& report, const PreviewAddress& address, const std::string& base_path) {
  const std::string url = address.origin() + base_path;
  if (!address.is_loopback()) {
    const std::string place =
        address.is_any() ? fmt::format("port {} of this machine", address.port) : address.origin();
    report.print_failure(
        fmt::format("warning: anybody in the network can read what is previewed at {}", place));
  }
  report.say(fmt::format("Preview at {} until Ctrl-C ends it.\n", url));
  const nlohmann::ordered_json json = {{"address", url}};
  report.print_json(json.dump() + "\n");
  std::fflush(stdout);
}

std::optional<steady_clock::time_point> deadline_of(const PreviewState& state) {
  if (!state.next_change) return std::nullopt;
  const auto left = *state.next_change - system_clock::now();
  return steady_clock::now() + std::chrono::ceil<steady_clock::duration>(left);
}

/// Builds anew after every change, until it is told to stop.
void follow(FileWatcher& watcher, int stop, preview::PreviewSites& sites,
            preview::ReloadChannel& channel) {
  for (auto state = sites.first_state();; state = sites.first_state()) {
    channel.notify();
    if (watcher.wait(stop, deadline_of(*state)) == FileWatcher::Wake::stopped) return;
    sites.outdate();
  }
}

int fail(const Report& report, const std::string& message, ExitStatus status) {
  report.print_failure(message);
  return status;
}

/// The server and the watcher are ready, so that nothing that happens from now on is missed.
int serve_until_stopped(const Options& options, const Report& report, PreviewServer& server,
                        FileWatcher& watcher, int stop) {
  PreviewBuilder builder(options, report, server.address());
  preview::PreviewSites sites([&](const std::string& audience) { return builder.build(audience); },
                              options.audience);
  const auto first = sites.first_state();
  if (!builder.misuse().empty()) return fail(report, builder.misuse(), kWrongUsage);
  const preview::PreviewRouter router(
      sites, {server.address(), !options.serve_no_reload, options.serve_editor});
  preview::ReloadChannel channel;
  const auto running = server.start(router, channel);
  say_where(report, server.address(), first->base_path);
  follow(watcher, stop, sites, channel);
  return kDone;
}

int serve(const Options& options, const Report& report, const std::filesystem::path& root) {
  const auto stop = take_stop_signals();
  if (!stop) return fail(report, stop.error().message, kMachineFailed);
  auto watcher = FileWatcher::start(watch_scope(root));
  if (!watcher) return fail(report, watcher.error().message, kMachineFailed);
  auto server = bind(options);
  if (!server) return fail(report, server.error().message, kMachineFailed);
  return serve_until_stopped(options, report, *server, *watcher, stop->get());
}

}  // namespace

int run_serve(const Options& options) {
  const Report report(options);
  if (const std::string misuse = misuse_of(options); !misuse.empty()) {
    return fail(report, misuse, kWrongUsage);
  }
  return with_settings(options, report, [&](const SiteSession& settings) {
    return serve(options, report, settings.root);
  });
}

}  // namespace opsg::app
