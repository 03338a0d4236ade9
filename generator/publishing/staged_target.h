#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "publish_target.h"
#include "remote_store.h"

namespace opsg::publishing {

/// A remote store as a target: see staged_publish.
class StagedTarget : public PublishTarget {
 public:
  StagedTarget(std::unique_ptr<RemoteStore> store, std::vector<std::string> leave)
      : store_(std::move(store)), leave_(std::move(leave)) {}

  Published<std::optional<std::string>> read(const std::string& path) override;
  Published<PublishReport> publish(const Release& release, const PublishRequest& request) override;

 private:
  std::unique_ptr<RemoteStore> store_;
  std::vector<std::string> leave_;
};

}  // namespace opsg::publishing
