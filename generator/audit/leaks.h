#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit_memo.h"
#include "diagnostic.h"
#include "file_copies.h"
#include "needles.h"
#include "output_words.h"
#include "profile.h"
#include "rendered_site.h"

namespace opsg::audit {

/// What was found of one withheld passage.
struct Leak {
  Needle needle;         ///< The first one found.
  std::size_t file = 0;  ///< Index into RenderedSite::files.
  bool in_path = false;
  std::uint32_t offset = 0;  ///< Of the file's bytes.
  std::size_t files = 0;     ///< How many hold it.
  std::size_t last_file = 0;
};

/// Looks through all files of a site.
class LeakSearch {
 public:
  /// `public_texts`: files that hold nothing but what the needles excuse. Borrows all.
  LeakSearch(const SourceReading& reading, const Needles& needles,
             std::span<const std::string> public_texts);

  /// By so many threads at once; what is found does not depend on their number, nor on the memo,
  /// whose clean files are passed over. The profile and the memo may be null.
  void search(const RenderedSite& site, int jobs, Profile* profile, restricted::AuditMemo* memo);
  /// `audit-leak` for each withheld passage and file, by place, up to a limit.
  void report(const RenderedSite& site, Diagnostics& diagnostics) const;
  bool found_nothing() const { return leaks_.empty() && copies_.empty(); }

 private:
  struct Copy {
    const SourceFile* source = nullptr;
    std::size_t file = 0;
  };
  struct Hit {
    Needle needle;
    bool in_path = false;
    std::uint32_t offset = 0;  ///< Of the file's bytes.
  };
  /// What one file holds: nothing, nearly always.
  struct FileHits {
    std::vector<Hit> hits;
    const SourceFile* copy_of = nullptr;
    std::string key;  ///< For a memo, where all words were looked at.
  };

  /// Lines that hold no needle, by the formats in which lines can be known.
  struct Known {
    KnownLines markup;
    KnownLines json;
  };

  struct SearchManner {
    int jobs = 1;
    Profile* profile = nullptr;
    bool leave_out_known = false;  ///< Lines that were read before.
    restricted::AuditMemo* memo = nullptr;
  };

  std::vector<FileHits> search_files(std::span<const RenderedFile> files,
                                     const SearchManner& manner) const;
  FileHits search_file(const RenderedFile& file, Known* known, restricted::AuditMemo* memo) const;
  std::vector<Hit> search_path(std::string_view path) const;
  std::vector<Hit> search_bytes(const RenderedFile& file, Known* known) const;
  bool may_hold_needle(OutputFormat format, std::string_view bytes, Known* known) const;
  bool is_public(OutputFormat format, std::string_view bytes) const;
  void search_words(WordReader& reader, bool is_end, std::vector<Hit>& hits) const;
  void add(const FileHits& found, std::size_t file);
  struct Finding {
    SourceSpan span;
    std::string message;
    std::string note;
  };
  Finding finding(const Leak& leak, const RenderedSite& site) const;

  const SourceReading& reading_;
  const Needles& needles_;
  PhraseFilter filter_;  ///< Of the needles.
  FileCopies withheld_;
  FileCopies cleared_;
  FileCopies public_;
  std::map<std::uint32_t, Leak> leaks_;  ///< By passage.
  std::vector<Copy> copies_;
};

}  // namespace opsg::audit
