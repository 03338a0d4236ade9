#include "staged_target.h"

#include "staged_publish.h"

namespace opsg::publishing {

Published<std::optional<std::string>> StagedTarget::read(const std::string& path) {
  auto texts = store_->read({path});
  if (!texts) return tl::unexpected(texts.error());
  const auto text = texts->find(path);
  if (text == texts->end()) return std::optional<std::string>();
  return std::optional(std::move(text->second));
}

Published<PublishReport> StagedTarget::publish(const Release& release,
                                               const PublishRequest& request) {
  return staged_publish(*store_, release, request, leave_);
}

}  // namespace opsg::publishing
