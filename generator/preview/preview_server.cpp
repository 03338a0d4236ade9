#include "preview_server.h"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>
#include <utility>

namespace opsg::preview {
namespace {

using namespace std::chrono_literals;

/// Each connection has a thread while it is open; those that wait for events have most of them.
constexpr std::size_t kThreads = 48;
constexpr int kMostSubscribers = 32;
constexpr std::size_t kRequestsOfConnection = 1000;
/// A connection without a request gives its thread back, and a lost subscriber is noticed.
constexpr std::chrono::seconds kIdleTime = 1s;

/// Counts a subscriber as long as it is there.
class Seat {
 public:
  explicit Seat(std::atomic<int>& taken) : taken_(taken), number_(++taken) {}
  ~Seat() { --taken_; }
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  bool is_granted() const { return number_ <= kMostSubscribers; }

 private:
  std::atomic<int>& taken_;
  const int number_;
};

PreviewRequest request_of(const httplib::Request& request) {
  PreviewRequest asked;
  asked.method = request.method;
  asked.target = request.target;
  const auto [begin, end] = request.headers.equal_range("Host");
  for (auto host = begin; host != end; ++host) asked.hosts.push_back(host->second);
  asked.cookies = request.get_header_value("Cookie");
  return asked;
}

/// No page is kept by browsers, and nothing taken for another type, framed or read by other sites.
void set_headers(httplib::Response& response, bool may_be_kept) {
  response.set_header("Cache-Control", may_be_kept ? "max-age=31536000, immutable" : "no-store");
  response.set_header("X-Content-Type-Options", "nosniff");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Resource-Policy", "same-origin");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_header("Content-Security-Policy", "frame-ancestors 'none'");
}

/// Handed over as it is: httplib would compress a whole text, which costs more than it saves here.
/// Always whole, which RFC 9110, section 14.2, allows. httplib 0.11 asks a provider of so many bytes
/// for any range that a request names, beyond its end too; one of unknown length it asks for none.
void set_body(httplib::Response& response, const PreviewAnswer& answer, bool of_a_range) {
  const auto body = answer.body;
  if (body->empty()) return response.set_content("", answer.type);
  const auto provide = [body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
    if (offset > body->size()) return false;
    return sink.write(body->data() + offset, std::min(length, body->size() - offset));
  };
  if (!of_a_range) return response.set_content_provider(body->size(), answer.type, provide);
  const auto provide_whole = [body, provide](std::size_t offset, httplib::DataSink& sink) {
    const bool sent = provide(offset, body->size(), sink);
    sink.done();
    return sent;
  };
  response.set_chunked_content_provider(answer.type, provide_whole);
}

/// One subscriber's stream of server-sent events (HTML, section 9.2).
class EventStream {
 public:
  EventStream(const PreviewRouter& router, const ReloadChannel& channel,
              EventSubscription subscription, std::shared_ptr<Seat> seat)
      : router_(router),
        channel_(channel),
        subscription_(std::move(subscription)),
        seat_(std::move(seat)) {}

  /// Sends what is new, and waits a while for more. False ends the stream.
  bool continue_with(httplib::DataSink& sink) {
    if (channel_.is_closed()) return false;
    std::string event = router_.event(subscription_);
    // Only what is sent tells whether anybody is still there: a comment, where there is no news.
    const bool is_there =
        event == sent_ ? send(sink, ":\n\n") : send(sink, "data: " + event + "\n\n");
    sent_ = std::move(event);
    news_ = channel_.wait(news_, kIdleTime);
    return is_there;
  }

 private:
  static bool send(httplib::DataSink& sink, std::string_view message) {
    return sink.write(message.data(), message.size());
  }

  const PreviewRouter& router_;
  const ReloadChannel& channel_;
  EventSubscription subscription_;
  std::shared_ptr<Seat> seat_;
  std::string sent_;
  std::uint64_t news_ = 0;
};

}  // namespace

struct PreviewServer::Impl {
  httplib::Server http;
  PreviewAddress address;
  ReloadChannel* channel = nullptr;
  std::atomic<int> seats = 0;
  std::jthread listener;

  void subscribe(const PreviewRouter& router, const EventSubscription& subscription,
                 httplib::Response& response) {
    auto seat = std::make_shared<Seat>(seats);
    if (!seat->is_granted()) {
      response.status = 503;
      return response.set_content("Too many pages are open.\n", "text/plain");
    }
    auto stream = std::make_shared<EventStream>(router, *channel, subscription, std::move(seat));
    response.set_chunked_content_provider(
        "text/event-stream",
        [stream](std::size_t, httplib::DataSink& sink) { return stream->continue_with(sink); });
  }

  void answer(const PreviewRouter& router, const httplib::Request& request,
              httplib::Response& response) {
    const PreviewAnswer answer = router.answer(request_of(request));
    response.status = answer.status;
    set_headers(response, answer.may_be_kept);
    for (const auto& [name, value] : answer.headers) response.set_header(name, value);
    if (answer.events) return subscribe(router, *answer.events, response);
    set_body(response, answer, request.has_header("Range"));
  }
};

PreviewServer::PreviewServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PreviewServer::PreviewServer(PreviewServer&& other) noexcept = default;

PreviewServer::~PreviewServer() = default;

PreviewServer::Running::~Running() {
  if (!server_) return;
  server_->channel->close();
  server_->http.stop();
  server_->listener.join();
}

const PreviewAddress& PreviewServer::address() const {
  return impl_->address;
}

Result<PreviewServer> PreviewServer::bind(const std::string& host, int port, int ports) {
  auto impl = std::make_unique<Impl>();
  // Not httplib's SO_REUSEPORT, by which two previews would share the port.
  impl->http.set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  impl->http.set_tcp_nodelay(true);
  impl->address.host = host;
  if (port == 0) {
    impl->address.port = impl->http.bind_to_any_port(host);
    if (impl->address.port > 0) return PreviewServer(std::move(impl));
  }
  for (int tried = port; port != 0 && tried < port + ports && tried <= 65535; ++tried) {
    if (!impl->http.bind_to_port(host, tried)) continue;
    impl->address.port = tried;
    return PreviewServer(std::move(impl));
  }
  return failure(fmt::format("cannot listen on {}, port {}", host, port));
}

PreviewServer::Running PreviewServer::start(const PreviewRouter& router, ReloadChannel& channel) {
  impl_->channel = &channel;
  httplib::Server& http = impl_->http;
  http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };  // httplib's to delete.
  http.set_keep_alive_timeout(kIdleTime.count());
  http.set_keep_alive_max_count(kRequestsOfConnection);
  http.set_payload_max_length(0);
  http.set_pre_routing_handler(
      [&impl = *impl_, &router](const httplib::Request& request, httplib::Response& response) {
        impl.answer(router, request, response);
        return httplib::Server::HandlerResponse::Handled;
      });
  impl_->listener = std::jthread([&http] { http.listen_after_bind(); });
  while (!http.is_running()) std::this_thread::sleep_for(1ms);  // Before that it cannot be stopped.
  return Running(*impl_);
}

}  // namespace opsg::preview
