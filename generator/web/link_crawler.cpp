#include "link_crawler.h"

#include <fmt/format.h>

#include <deque>
#include <map>
#include <memory>
#include <optional>

#include "link_request.h"
#include "transfer_pool.h"
#include "web_address.h"

namespace opsg::web {
namespace {

using Method = LinkRequest::Method;

/// One URL on its way to an answer.
struct LinkPursuit {
  std::string host;  ///< Of the link itself.
  WebAddress next;   ///< What is asked for next: the link, or where it was redirected to.
  Method method = Method::head;
  int redirects = 0;
  int retries = 0;
  std::optional<LinkAnswer> answer;
  std::unique_ptr<LinkRequest> request;  ///< While it is under way.
};

class Crawl : private TransferClient {
 public:
  Crawl(const CrawlLimits& limits, Progress* progress)
      : limits_(limits),
        progress_(progress),
        pool_(*this, limits.connections, limits.connections_per_host) {}

  /// The index of its answer; the same for the same URL.
  std::size_t add(const std::string& url) {
    const auto address = parse_web_address(url);
    const auto [known, is_new] =
        by_url_.try_emplace(address ? address->url : url, pursuits_.size());
    if (!is_new) return known->second;
    LinkPursuit& pursuit = pursuits_.emplace_back();
    if (address) {
      pursuit.host = address->host;
      pursuit.next = *address;
      queue(known->second);
    } else {
      pursuit.answer = {LinkState::dead, "it is no web address"};
    }
    return known->second;
  }

  void run() {
    if (progress_) progress_->begin("trying links", pool_.queued());
    pool_.run(TransferPool::Clock::now() + limits_.total_time);
  }

  LinkAnswer answer(std::size_t index) const {
    const LinkAnswer not_tried{LinkState::unverified, "there was no time left to try it"};
    return pursuits_[index].answer.value_or(not_tried);
  }

 private:
  CURL* start(std::size_t index) override {
    LinkPursuit& pursuit = pursuits_[index];
    const RequestLimits limits{limits_.request_time, limits_.answer_bytes};
    const bool named_by_link = pursuit.next.host == pursuit.host;
    pursuit.request =
        std::make_unique<LinkRequest>(pursuit.next, pursuit.method, limits, !named_by_link);
    return pursuit.request->handle();
  }

  void finish(std::size_t index, CURLcode code) override {
    LinkPursuit& pursuit = pursuits_[index];
    const std::unique_ptr<LinkRequest> request = std::move(pursuit.request);
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
    LinkPursuit& pursuit = pursuits_[index];
    LinkAnswer answer = answer_of_status(status);
    if (answer.state == LinkState::alive) return settle(pursuit, std::move(answer));
    if (pursuit.method == Method::head) return ask_by_get(index);
    const bool may_pass = status >= 500;
    retry(index, std::move(answer), !may_pass);
  }

  /// Many servers answer HEAD wrongly, or not at all.
  void ask_by_get(std::size_t index) {
    pursuits_[index].method = Method::get;
    queue(index);
  }

  void retry(std::size_t index, LinkAnswer answer, bool is_final) {
    LinkPursuit& pursuit = pursuits_[index];
    if (is_final || pursuit.retries == limits_.retries) return settle(pursuit, std::move(answer));
    ++pursuit.retries;
    ask_by_get(index);
  }

  void follow(std::size_t index, const std::string& target) {
    LinkPursuit& pursuit = pursuits_[index];
    auto address = parse_web_address(target);
    if (!address) {
      settle(pursuit, {LinkState::dead, "it redirects to what is no web address"});
    } else if (++pursuit.redirects > limits_.redirects) {
      settle(pursuit,
             {LinkState::dead, fmt::format("it redirects more than {} times", limits_.redirects)});
    } else {
      pursuit.next = std::move(*address);
      queue(index);
    }
  }

  void settle(LinkPursuit& pursuit, LinkAnswer answer) {
    pursuit.answer = std::move(answer);
    if (progress_) progress_->step();
  }

  void queue(std::size_t index) { pool_.queue(index, pursuits_[index].next.host); }

  const CrawlLimits& limits_;
  Progress* progress_;
  std::deque<LinkPursuit> pursuits_;
  std::map<std::string, std::size_t> by_url_;
  TransferPool pool_;  ///< Last, so that it lets go of handles before they are freed.
};

}  // namespace

std::vector<LinkAnswer> try_links(std::span<const std::string> urls, const CrawlLimits& limits,
                                  Progress* progress) {
  Crawl crawl(limits, progress);
  std::vector<std::size_t> indices;
  for (const std::string& url : urls) indices.push_back(crawl.add(url));
  crawl.run();
  std::vector<LinkAnswer> answers;
  for (const std::size_t index : indices) answers.push_back(crawl.answer(index));
  return answers;
}

}  // namespace opsg::web
