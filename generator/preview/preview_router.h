#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "allowed_hosts.h"
#include "preview_sites.h"

namespace opsg::preview {

struct PreviewRequest {
  std::string method;
  std::string target;              ///< As it was sent: path and query.
  std::vector<std::string> hosts;  ///< The values of every Host header.
  std::string cookies;             ///< The Cookie header; may be empty.
};

/// Who wants to be told of changes of which page.
struct EventSubscription {
  std::string audience;
  std::string page;  ///< Its path, as a browser has it.
};

struct PreviewAnswer {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::shared_ptr<const std::string> body;  ///< Never null.
  std::vector<std::pair<std::string, std::string>> headers;
  std::optional<EventSubscription> events;  ///< Instead of the body: a stream of events.
  bool may_be_kept = false;  ///< By the browser, for ever: the address tells these bytes alone.
};

struct PreviewSettings {
  PreviewAddress address;
  bool reloads = true;  ///< Whether pages load themselves anew.
  bool editor = false;  ///< Whether the sites show what their audience is not shown.
};

/// Answers requests out of memory: no request can reach a file on the disk. Any thread may ask.
/// Borrows the sites.
class PreviewRouter {
 public:
  PreviewRouter(PreviewSites& sites, PreviewSettings settings)
      : sites_(sites), settings_(std::move(settings)) {}

  /// 421 for another Host than the preview's own, 405 for other methods than GET and HEAD, 400 for
  /// targets that parse_target() refuses, 500 with what is wrong where nothing could be made to
  /// show. The answer to HEAD is that to GET.
  PreviewAnswer answer(const PreviewRequest& request) const;

  /// What a subscriber is told, as one line of JSON: the fingerprint of the page as it is now, and
  /// the errors of the present sources.
  std::string event(const EventSubscription& subscription) const;

 private:
  PreviewAnswer answer_host(const PreviewRequest& request) const;
  PreviewAnswer answer_reserved(std::string_view path, std::string_view query,
                                const std::string& audience) const;
  PreviewAnswer switch_audience(const std::string& audience, std::string_view query) const;
  PreviewAnswer answer_page(const PreviewState& state, const std::string& path,
                            std::string_view query) const;
  PreviewAnswer page(const PreviewState& state, const RenderedFile& file, const std::string& path,
                     int status) const;
  PreviewAnswer error_page(const PreviewState& state, const std::string& path,
                           const std::string& errors) const;
  std::string chosen_audience(std::string_view cookies) const;
  std::string cookie_name() const;

  PreviewSites& sites_;
  const PreviewSettings settings_;
};

}  // namespace opsg::preview
