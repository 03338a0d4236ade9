#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "date.h"
#include "diagnostic.h"
#include "gate_rules.h"
#include "policy.h"
#include "portions.h"
#include "sources.h"

namespace opsg::restricted {

class LabelMemo;
class PortionClearings;

/// A document whose every portion has a level. Not cleared: nothing outside `restricted` takes one.
struct LabelledDocument {
  SourcePath path;
  std::string meeting;  ///< The meeting's slug; empty for a page.
  std::string name;     ///< "headlines", "minutes", a page's name.
  Level label;
  SourceSpan label_span;
  bool draft = false;
  std::optional<UtcTime> embargo;
  TomlTable front_matter;
  PortionMap portions;
  /// What `portions` borrow, where it is not of the tree that was labelled.
  std::shared_ptr<const SourceFile> file;
  /// Of `portions`, where they may be cleared in later builds too; else null.
  std::shared_ptr<PortionClearings> clearings;
};

struct LabelledMeeting {
  SourcePath path;
  std::string slug;
  Level label;
  SourceSpan label_span;
  TomlTable facts;
};

struct LabelledAttachment {
  SourcePath path;
  std::string meeting;  ///< The meeting's slug.
  std::string file;     ///< The file's name in the meeting's folder.
  std::string title;
  Level label;
  SourceSpan label_span;
  const std::string* bytes = nullptr;  ///< Borrowed from the SourceTree.
};

/// All sources with their labels. Borrows the text of the SourceTree, which must outlive it.
struct LabelledSite {
  Policy policy;
  std::string time_zone;
  GateRules rules;
  TomlTable site;
  SourcePath site_path;
  TomlTable glossary;
  TomlTable parties;
  std::set<std::string, std::less<>> known_words;
  /// Files whose labels cannot be trusted, which was reported: nothing of them may be cleared or
  /// quoted. Of a document also where its portions are doubtful.
  std::set<SourcePath> doubtful;
  std::vector<LabelledMeeting> meetings;        ///< By slug.
  std::vector<LabelledDocument> documents;      ///< By path.
  std::vector<LabelledAttachment> attachments;  ///< By path.
};

/// Reads every label and marking of the site; through the memo, if there is one. All errors are
/// reported in one run; where there was one, the result may be incomplete and must not be cleared
/// for an audience. Nothing where site.toml cannot be read or has no policy.
std::optional<LabelledSite> label_sources(const SourceTree& tree, const GateRules& rules,
                                          Diagnostics& diagnostics, LabelMemo* memo = nullptr);

/// When embargoes are judged. `now` is the earlier of the clock and `--as-of`.
struct GateTime {
  UtcTime now;
};

/// The only maker of `Cleared<T>`.
class Gate {
 public:
  /// What the clearance admits of the site. Pure: the same sources, clearance and time give the
  /// same result, and nothing withheld influences it but the line numbers of spans.
  static ClearedSources clear(const LabelledSite& site, const Clearance& clearance, GateTime time,
                              Diagnostics& diagnostics);

 private:
  template <class T>
  static Cleared<T> let_through(T value) {
    return Cleared<T>{PassKey<Gate>{}, std::move(value)};
  }
};

/// The next instant at which an embargo ends and the clearance would admit more than at `time`.
std::optional<UtcTime> next_release(const LabelledSite& site, const Clearance& clearance,
                                    GateTime time);

class Admission;

/// Which places a diagnostic may quote where the public could read it: text that an audience with
/// this clearance is shown. What has no label that holds may not be quoted. `site` may be null:
/// then only site.toml may.
class QuotableText {
 public:
  QuotableText(const SourceTree& tree, const LabelledSite* site, const Clearance& clearance,
               GateTime time);
  bool may_quote(const SourceSpan& span) const;

 private:
  void add_table(const LabelledSite& site, const TomlTable& table, const SourceFile* file,
                 bool personal_names, const Clearance& clearance);
  void add_meetings(const SourceTree& tree, const LabelledSite& site, const Admission& admission);
  void add_documents(const LabelledSite& site, const Admission& admission);

  struct FileText {
    bool whole = false;                         ///< Every line may be quoted, but these:
    std::vector<std::uint32_t> withheld_lines;  ///< Sorted.
  };
  std::map<std::string, FileText, std::less<>> files_;
};

}  // namespace opsg::restricted
