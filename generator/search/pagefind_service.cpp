#include "pagefind_service.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

#include "base64.h"

namespace opsg::search {
namespace {

using nlohmann::json;

constexpr char kEndOfMessage = ',';

tl::unexpected<Failure> not_understood() {
  return failure("the search program's answer cannot be understood");
}

std::string encoded(const json& message) {
  return base64(message.dump(-1, ' ', false, json::error_handler_t::replace)) + kEndOfMessage;
}

/// Null where it has no such key, or is no object.
const json* find(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

/// The text of a key; empty where it has none.
std::string text_of(const json& object, const char* key) {
  const json* value = find(object, key);
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

std::optional<RenderedFile> file_of(const json& entry) {
  const json* content = find(entry, "content");
  if (!content || !content->is_string()) return std::nullopt;
  auto bytes = from_base64(content->get_ref<const std::string&>());
  if (!bytes) return std::nullopt;
  return RenderedFile{text_of(entry, "path"), std::move(*bytes)};
}

}  // namespace

Result<PagefindService> PagefindService::start(const std::filesystem::path& program,
                                               Deadline deadline) {
  auto process = ChildProcess::start(program, {"--service"});
  if (!process) return tl::unexpected(process.error());
  return PagefindService(std::move(*process), deadline);
}

Result<json> PagefindService::ask(const json& payload, const std::string& answer_type) {
  const json message = {{"message_id", ++message_id_}, {"payload", payload}};
  const auto answer = process_.exchange(encoded(message), kEndOfMessage, deadline_);
  if (!answer) return tl::unexpected(answer.error());
  const auto text = from_base64(*answer);
  if (!text) return not_understood();
  const json read = json::parse(*text, nullptr, false);
  const json* answered = find(read, "payload");
  if (!answered) return not_understood();
  const std::string type = text_of(*answered, "type");
  if (type == "Error") {
    return failure("the search program reports: " + text_of(*answered, "message"));
  }
  if (type != answer_type) return not_understood();
  return *answered;
}

Result<int> PagefindService::new_index() {
  const json config = {{"exclude_selectors", {"nav", ".permalink"}}};
  const auto answer = ask({{"type", "NewIndex"}, {"config", config}}, "NewIndex");
  if (!answer) return tl::unexpected(answer.error());
  const json* id = find(*answer, "index_id");
  if (!id || !id->is_number_integer()) return not_understood();
  return id->get<int>();
}

Result<void> PagefindService::add_page(int index, const std::string& url, const std::string& html) {
  const json request = {
      {"type", "AddFile"}, {"index_id", index}, {"url", url}, {"file_contents", html}};
  const auto answer = ask(request, "IndexedFile");
  if (!answer) return tl::unexpected(answer.error());
  return {};
}

Result<std::vector<RenderedFile>> PagefindService::files(int index) {
  const auto answer = ask({{"type", "GetFiles"}, {"index_id", index}}, "GetFiles");
  if (!answer) return tl::unexpected(answer.error());
  const json* list = find(*answer, "files");
  if (!list || !list->is_array()) return not_understood();
  std::vector<RenderedFile> files;
  for (const json& entry : *list) {
    auto file = file_of(entry);
    if (!file) return not_understood();
    files.push_back(std::move(*file));
  }
  return files;
}

}  // namespace opsg::search
