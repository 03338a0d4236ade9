#include "preview_router.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "asset_fingerprint.h"
#include "content_type.h"
#include "preview_assets.h"
#include "preview_page.h"
#include "request_target.h"
#include "text.h"

namespace opsg::preview {
namespace {

PreviewAnswer plain_answer(int status, std::string text) {
  PreviewAnswer answer;
  answer.status = status;
  answer.body = std::make_shared<const std::string>(std::move(text) + "\n");
  return answer;
}

PreviewAnswer redirect(int status, const std::string& path, std::string_view query) {
  PreviewAnswer answer = plain_answer(status, "The page is elsewhere.");
  std::string location = encode_path(path);
  if (!query.empty()) location.append("?").append(query);
  answer.headers.emplace_back("Location", std::move(location));
  return answer;
}

/// The bytes stay where they are, and live as long as the answer.
PreviewAnswer file_answer(const PreviewState& state, const RenderedFile& file, int status) {
  PreviewAnswer answer;
  answer.status = status;
  answer.type = content_type(file.path);
  answer.body = std::shared_ptr<const std::string>(state.site, &file.bytes);
  answer.may_be_kept = status == 200 && !asset_fingerprint(file.path).empty();
  return answer;
}

PreviewAnswer html_answer(int status, std::string html) {
  PreviewAnswer answer;
  answer.status = status;
  answer.type = content_type(".html");
  answer.body = std::make_shared<const std::string>(std::move(html));
  return answer;
}

PreviewAnswer asset_answer(std::string_view name) {
  for (const embedded::EmbeddedFile& file : embedded::preview_assets()) {
    if (file.path != name) continue;
    PreviewAnswer answer;
    answer.type = content_type(name);
    answer.body = std::make_shared<const std::string>(file.bytes);
    return answer;
  }
  return plain_answer(404, "The preview has no such file.");
}

/// What a path leads to. Paths of folders end with '/'.
struct FoundFile {
  const RenderedFile* file = nullptr;  ///< Null where the site has not even a page for that.
  int status = 200;
  bool lacks_slash = false;  ///< A folder was asked for as if it were a file.
  std::string failure{};     ///< Why it could not be made; empty where nothing failed.
};

FoundFile find_file(const PreviewState& state, std::string_view path) {
  const std::string_view base = state.base_path;
  if (path.starts_with(base)) {
    const std::string below(path.substr(base.size()));
    const bool is_folder = below.empty() || below.ends_with('/');
    const std::string wanted = is_folder ? below + "index.html" : below;
    if (const auto* file = state.site->find(wanted)) return {file};
    if (auto failure = state.site->failure_of(wanted); !failure.empty()) {
      return {nullptr, 500, false, std::move(failure)};
    }
    if (!is_folder && state.site->find(below + "/index.html")) return {nullptr, 301, true};
  }
  return {state.site->find("404.html"), 404};
}

bool is_html(const RenderedFile& file) {
  return file.path.ends_with(".html");
}

std::string_view cookie_value(std::string_view cookies, std::string_view name) {
  for (const std::string_view pair : split(cookies, ';')) {
    const std::string_view cookie = trim(pair);
    const std::size_t equals = std::min(cookie.find('='), cookie.size());
    if (cookie.substr(0, equals) == name && equals < cookie.size())
      return cookie.substr(equals + 1);
  }
  return {};
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos;
}

/// Where the preview listens at any address: absolute links lead to the one that was asked.
void lead_to(const std::string& host, const PreviewAddress& address, PreviewAnswer& answer) {
  const std::string own = address.origin(), asked = "http://" + host;
  const bool has_links = is_text(answer.type) && answer.body->find(own) != std::string::npos;
  if (!address.is_any() || own == asked || !has_links) return;
  std::string text = *answer.body;
  for (auto at = text.find(own); at != std::string::npos; at = text.find(own, at)) {
    text.replace(at, own.size(), asked);
    at += asked.size();
  }
  answer.body = std::make_shared<const std::string>(std::move(text));
}

}  // namespace

PreviewAnswer PreviewRouter::answer(const PreviewRequest& request) const {
  if (request.hosts.size() != 1 || !is_allowed_host(request.hosts.front(), settings_.address)) {
    const char* others = settings_.address.is_any() ? " and this machine's addresses" : "";
    return plain_answer(
        421, fmt::format("This preview is for {}{} only.", settings_.address.origin(), others));
  }
  PreviewAnswer answer = answer_host(request);
  lead_to(request.hosts.front(), settings_.address, answer);
  return answer;
}

PreviewAnswer PreviewRouter::answer_host(const PreviewRequest& request) const {
  if (request.method != "GET" && request.method != "HEAD") {
    PreviewAnswer answer = plain_answer(405, "A preview can only be read.");
    answer.headers.emplace_back("Allow", "GET, HEAD");
    return answer;
  }
  const auto target = parse_target(request.target);
  if (!target) return plain_answer(400, "No page has such an address.");
  const std::string audience = chosen_audience(request.cookies);
  if (target->path.starts_with(kReservedFolder)) {
    const auto name = std::string_view(target->path).substr(kReservedFolder.size());
    return answer_reserved(name, target->query, audience);
  }
  return answer_page(*sites_.state(audience), target->path, target->query);
}

PreviewAnswer PreviewRouter::answer_reserved(std::string_view path, std::string_view query,
                                             const std::string& audience) const {
  constexpr std::string_view kAudience = "audience/";
  if (path.starts_with(kAudience)) {
    return switch_audience(std::string(path.substr(kAudience.size())), query);
  }
  if (path != "events") return asset_answer(path);
  const auto page = query_value(query, "page");
  const auto target = page ? parse_target(*page) : std::nullopt;
  if (!target) return plain_answer(400, "Which page is it about?");
  PreviewAnswer answer = plain_answer(200, "");
  answer.type = "text/event-stream";
  answer.events = EventSubscription{audience, target->path};
  return answer;
}

/// The choice is kept in the browser alone, and goes to no other site.
PreviewAnswer PreviewRouter::switch_audience(const std::string& audience,
                                             std::string_view query) const {
  const auto state = sites_.first_state();
  const auto& known = state->audiences;
  if (std::find(known.begin(), known.end(), audience) == known.end()) {
    return plain_answer(404, "The policy has no such audience.");
  }
  const auto back = query_value(query, "back");
  const auto target = back ? parse_target(*back) : std::nullopt;
  PreviewAnswer answer = redirect(303, target ? target->path : state->base_path, {});
  answer.headers.emplace_back("Set-Cookie", fmt::format("{}={}; Path=/; SameSite=Strict; HttpOnly",
                                                        cookie_name(), encode_value(audience)));
  return answer;
}

PreviewAnswer PreviewRouter::answer_page(const PreviewState& state, const std::string& path,
                                         std::string_view query) const {
  if (!state.site) return error_page(state, path, state.errors);
  if (path == "/" && state.base_path != "/") return redirect(302, state.base_path, query);
  const FoundFile found = find_file(state, path);
  if (!found.failure.empty()) return error_page(state, path, found.failure);
  if (found.lacks_slash) return redirect(found.status, path + "/", query);
  if (!found.file) return plain_answer(404, "The site has no such page.");
  if (is_html(*found.file)) return page(state, *found.file, path, found.status);
  return file_answer(state, *found.file, found.status);
}

PreviewAnswer PreviewRouter::page(const PreviewState& state, const RenderedFile& file,
                                  const std::string& path, int status) const {
  const PageFrame frame{fingerprint(file.bytes), path,         state.audience,
                        state.audiences,         state.errors, settings_.reloads,
                        settings_.editor};
  return html_answer(status, make_preview_page(file.bytes, frame));
}

PreviewAnswer PreviewRouter::error_page(const PreviewState& state, const std::string& path,
                                        const std::string& errors) const {
  const PageFrame frame{"", path, state.audience, {}, errors, settings_.reloads, false};
  return html_answer(500, make_error_page(frame));
}

std::string PreviewRouter::event(const EventSubscription& subscription) const {
  const auto state = sites_.state(subscription.audience);
  const FoundFile found = state->site ? find_file(*state, subscription.page) : FoundFile{};
  const nlohmann::ordered_json event = {
      {"page", found.file ? fingerprint(found.file->bytes) : std::string()},
      {"errors", state->errors}};
  return event.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

/// Ports share their cookies, so that the name holds the port: two previews do not disturb each
/// other.
std::string PreviewRouter::cookie_name() const {
  return fmt::format("opsg-site-audience-{}", settings_.address.port);
}

/// Empty where none was chosen, which is no audience's name.
std::string PreviewRouter::chosen_audience(std::string_view cookies) const {
  const std::string pair = "a=" + std::string(cookie_value(cookies, cookie_name()));
  return query_value(pair, "a").value_or("");
}

}  // namespace opsg::preview
