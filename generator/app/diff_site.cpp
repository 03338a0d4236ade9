#include "diff_site.h"

#include <fmt/format.h>

#include <algorithm>

#include "counted_text.h"
#include "text.h"

namespace opsg::app {
namespace {

constexpr std::size_t kMostDocuments = 20;

}  // namespace

DiffResult compare_sites(const ComparedSites& sites) {
  static const PublishedSite kNothing;
  const PublishedSite& before = sites.before.site ? *sites.before.site : kNothing;
  DiffResult result;
  result.audience = sites.after.audience;
  result.against = sites.before.name;
  result.against_sha256 = before.manifest_sha256;
  result.first_release = !sites.before.site;
  result.passages = comparison::compare_passages(before.passages, sites.after.passages);
  result.files = comparison::compare_files(before.files, sites.after.files);
  result.published = comparison::unapproved(result.passages, {}, result.audience);
  result.unapproved = comparison::unapproved(result.passages, sites.approvals, result.audience);
  result.list_hash = comparison::list_hash(result.unapproved, result.audience);
  return result;
}

std::string missing_approval(const DiffResult& result) {
  if (result.unapproved.empty()) return {};
  std::string message = fmt::format("nobody approved {} that this would publish, in:",
                                    counted(result.unapproved.size(), "passage"));
  std::vector<std::string> documents;
  for (const comparison::PassageChange* change : result.unapproved) {
    const std::string document = printable(change->after->document);
    if (documents.empty() || documents.back() != document) documents.push_back(document);
  }
  for (std::size_t i = 0; i < std::min(documents.size(), kMostDocuments); ++i) {
    message += "\n  " + documents[i];
  }
  if (documents.size() > kMostDocuments) {
    message += fmt::format("\n  and {} more", documents.size() - kMostDocuments);
  }
  return message +
         "\nmake a report for who approves by `opsg-site diff --html report.html`, and "
         "record the approval by `opsg-site diff --approve ROLE`";
}

}  // namespace opsg::app
