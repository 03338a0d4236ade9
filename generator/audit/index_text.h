#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace opsg::audit {

/// All that a file of Pagefind's index says, as JSON. Its files are JSON, or JSON or CBOR behind
/// the word "pagefind_dcd", compressed by gzip. Nothing where the file is anything else, or where
/// bytes of it would stay unread: behind the end, in gzip's header, in a form of CBOR that is not
/// the shortest.
std::optional<std::string> index_text(std::string_view path, std::string_view bytes);

/// The words that files of the index hold as texts.
class FoundWords {
 public:
  void add(std::string_view json);
  /// The list of words without those that are the stem of a word added before: Pagefind keeps the
  /// words of its pages without their endings ("authoris" for "authorised"), which may by chance
  /// be words of their own. As JSON.
  std::string without_stems(std::string_view json) const;

 private:
  bool has_stem(std::string_view word) const;

  std::vector<std::string> words_;  ///< In lower case, sorted, each once.
};

}  // namespace opsg::audit
