#include "link_crawler.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

#include "link_request.h"
#include "web_address.h"

namespace opsg::web {
namespace {

using Clock = std::chrono::steady_clock;
using Method = LinkRequest::Method;

constexpr int kPollMilliseconds = 100;

/// libcurl wants this once, before any thread uses it.
void initialise_curl() {
  static const CURLcode kDone = curl_global_init(CURL_GLOBAL_DEFAULT);
  static_cast<void>(kDone);
}

/// One URL on its way to an answer.
struct Pursuit {
  std::string host;  ///< Of the link itself.
  WebAddress next;   ///< What is asked for next: the link, or where it was redirected to.
  Method method = Method::head;
  int redirects = 0;
  int retries = 0;
  std::optional<LinkAnswer> answer;
  std::unique_ptr<LinkRequest> request;  ///< While it is under way.
};

class Crawl {
 public:
  Crawl(const CrawlLimits& limits, Progress* progress)
      : limits_(limits), progress_(progress), multi_(curl_multi_init()) {}

  ~Crawl() {
    for (Pursuit& pursuit : pursuits_) stop(pursuit);
  }

  /// The index of its answer; the same for the same URL.
  std::size_t add(const std::string& url) {
    const auto address = parse_web_address(url);
    const auto [known, is_new] =
        by_url_.try_emplace(address ? address->url : url, pursuits_.size());
    if (!is_new) return known->second;
    Pursuit& pursuit = pursuits_.emplace_back();
    if (address) {
      pursuit.host = address->host;
      pursuit.next = *address;
      waiting_.push_back(known->second);
    } else {
      pursuit.answer = {LinkState::dead, "it is no web address"};
    }
    return known->second;
  }

  void run() {
    const auto deadline = Clock::now() + limits_.total_time;
    if (progress_) progress_->begin("trying links", waiting_.size());
    while ((!waiting_.empty() || running_ > 0) && Clock::now() < deadline) {
      start_waiting();
      int still_running = 0;
      curl_multi_perform(multi_.get(), &still_running);
      finish_transfers();
      if (running_ > 0) curl_multi_poll(multi_.get(), nullptr, 0, kPollMilliseconds, nullptr);
    }
  }

  LinkAnswer answer(std::size_t index) const {
    const LinkAnswer not_tried{LinkState::unverified, "there was no time left to try it"};
    return pursuits_[index].answer.value_or(not_tried);
  }

 private:
  struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
  };

  void start_waiting() {
    for (std::size_t left = waiting_.size(); left > 0 && running_ < limits_.connections; --left) {
      const std::size_t index = waiting_.front();
      waiting_.pop_front();
      if (running_on_[pursuits_[index].next.host] < limits_.connections_per_host) {
        start(index);
      } else {
        waiting_.push_back(index);
      }
    }
  }

  void start(std::size_t index) {
    Pursuit& pursuit = pursuits_[index];
    const RequestLimits limits{limits_.request_time, limits_.answer_bytes};
    const bool named_by_link = pursuit.next.host == pursuit.host;
    pursuit.request =
        std::make_unique<LinkRequest>(pursuit.next, pursuit.method, limits, !named_by_link);
    under_way_[pursuit.request.get()] = index;
    curl_multi_add_handle(multi_.get(), pursuit.request->handle());
    ++running_;
    ++running_on_[pursuit.next.host];
  }

  void finish_transfers() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      const CURLcode code = message->data.result;
      const std::size_t index = under_way_.at(LinkRequest::of(message->easy_handle));
      judge(index, code);
    }
  }

  void judge(std::size_t index, CURLcode code) {
    Pursuit& pursuit = pursuits_[index];
    const std::unique_ptr<LinkRequest> request = release(pursuit);
    const bool answered = code == CURLE_OK || (request->was_cut() && request->status() > 0);
    if (request->was_refused_as_private()) {
      settle(pursuit, {LinkState::unverified, "it redirects to a private address"});
    } else if (!answered) {
      retry(index, answer_of_failure(code), is_final_failure(code));
    } else if (const auto target = request->redirect()) {
      follow(index, *target);
    } else {
      judge_status(index, request->status());
    }
  }

  void judge_status(std::size_t index, long status) {
    Pursuit& pursuit = pursuits_[index];
    LinkAnswer answer = answer_of_status(status);
    if (answer.state == LinkState::alive) return settle(pursuit, std::move(answer));
    if (pursuit.method == Method::head) return ask_by_get(index);
    const bool may_pass = status >= 500;
    retry(index, std::move(answer), !may_pass);
  }

  /// Many servers answer HEAD wrongly, or not at all.
  void ask_by_get(std::size_t index) {
    pursuits_[index].method = Method::get;
    waiting_.push_back(index);
  }

  void retry(std::size_t index, LinkAnswer answer, bool is_final) {
    Pursuit& pursuit = pursuits_[index];
    if (is_final || pursuit.retries == limits_.retries) return settle(pursuit, std::move(answer));
    ++pursuit.retries;
    ask_by_get(index);
  }

  void follow(std::size_t index, const std::string& target) {
    Pursuit& pursuit = pursuits_[index];
    auto address = parse_web_address(target);
    if (!address) {
      settle(pursuit, {LinkState::dead, "it redirects to what is no web address"});
    } else if (++pursuit.redirects > limits_.redirects) {
      settle(pursuit,
             {LinkState::dead, fmt::format("it redirects more than {} times", limits_.redirects)});
    } else {
      pursuit.next = std::move(*address);
      waiting_.push_back(index);
    }
  }

  void settle(Pursuit& pursuit, LinkAnswer answer) {
    pursuit.answer = std::move(answer);
    if (progress_) progress_->step();
  }

  std::unique_ptr<LinkRequest> release(Pursuit& pursuit) {
    curl_multi_remove_handle(multi_.get(), pursuit.request->handle());
    under_way_.erase(pursuit.request.get());
    --running_;
    --running_on_[pursuit.next.host];
    return std::move(pursuit.request);
  }

  void stop(Pursuit& pursuit) {
    if (pursuit.request) release(pursuit);
  }

  const CrawlLimits& limits_;
  Progress* progress_;
  std::unique_ptr<CURLM, FreeMulti> multi_;
  std::deque<Pursuit> pursuits_;
  std::deque<std::size_t> waiting_;
  std::map<std::string, std::size_t> by_url_;
  std::unordered_map<const LinkRequest*, std::size_t> under_way_;
  std::unordered_map<std::string, std::size_t> running_on_;
  std::size_t running_ = 0;
};

}  // namespace

std::vector<LinkAnswer> try_links(std::span<const std::string> urls, const CrawlLimits& limits,
                                  Progress* progress) {
  initialise_curl();
  Crawl crawl(limits, progress);
  std::vector<std::size_t> indices;
  for (const std::string& url : urls) indices.push_back(crawl.add(url));
  crawl.run();
  std::vector<LinkAnswer> answers;
  for (const std::size_t index : indices) answers.push_back(crawl.answer(index));
  return answers;
}

}  // namespace opsg::web
