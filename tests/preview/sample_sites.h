#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "preview_sites.h"

namespace opsg::test {

inline constexpr const char* kPage =
    "<!doctype html>\n<html><head><title>T</title></head>\n<body><p>Text</p></body></html>\n";

inline std::shared_ptr<const preview::PreviewSite> sample_site(
    const std::map<std::string, std::string>& files) {
  RenderedSite site;
  for (const auto& [path, bytes] : files) site.files.push_back({path, bytes});
  return preview::PreviewSite::for_editor(std::move(site));
}

/// A build of the audiences "public" and "members", at the root of its host.
inline preview::PreviewBuild sample_build(const std::map<std::string, std::string>& files) {
  preview::PreviewBuild build;
  build.site = sample_site(files);
  build.audiences = {"public", "members"};
  return build;
}

inline preview::PreviewBuild broken_build(std::string errors) {
  preview::PreviewBuild build;
  build.errors = std::move(errors);
  return build;
}

}  // namespace opsg::test
