#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "auditor.h"

namespace opsg::testing {

/// A site with one public meeting, `m`, and what the program is pretended to have rendered of it.
class AuditSite {
 public:
  AuditSite();

  AuditSite& source(std::string path, std::string bytes);
  /// A final document of the meeting, "content/meetings/m/minutes.md".
  AuditSite& minutes(std::string_view label, std::string_view body);
  AuditSite& output(std::string path, std::string bytes);
  /// "index.html" with this as its only paragraph.
  AuditSite& page(std::string_view text);
  /// A file of a search index that was made of the site.
  AuditSite& index_file(std::string path, std::string bytes);
  /// A file of the search program's own.
  AuditSite& search_file(std::string path, std::string bytes);
  AuditSite& program_text(std::string text);
  AuditSite& audience(std::string name);
  AuditSite& now(UtcTime time);
  AuditSite& memo(restricted::AuditMemo& memo);

  /// The site, and then its search index, if it has one.
  std::optional<AuditedSite> audit(Diagnostics& diagnostics) const;
  bool is_clean() const;
  /// All findings as they are printed.
  std::string findings() const;
  /// "path:line:column" of each finding, one a line.
  std::string places() const;

 private:
  SourceTree tree_;
  RenderedSite site_;
  SiteAddition addition_;
  std::vector<std::string> public_texts_;
  UtcTime now_;
  restricted::AuditMemo* memo_ = nullptr;
};

}  // namespace opsg::testing
