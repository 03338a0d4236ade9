#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page_context.h"
#include "passage.h"

namespace opsg::released {

/// Is handed the passages of a document one by one; each is gone once it returns.
using PassageSink = std::function<void(const Passage&)>;

/// One document of what the site publishes, with the way to its passages.
struct PassageDocument {
  std::string name;                              ///< Passage::document of all its passages.
  std::string meeting;                           ///< The meeting's code; empty outside of meetings.
  std::string url;                               ///< Of the page that shows it.
  std::function<void(const PassageSink&)> read;  ///< In the order of the text. Any thread may call.
};

/// Where every passage stands that the pages show of the records, of the facts of meetings and of
/// what is public in any case: the site's title, the policy, the glossary and the parties. What is
/// public and pages come first, then meetings, oldest first. Borrows the context.
///
/// The program's own words, and what it makes of the records (lists, counts, charts), are not
/// among them.
std::vector<PassageDocument> passage_documents(const PageContext& context);

/// The passages of all of them: together they are as large as all records.
std::vector<Passage> site_passages(const PageContext& context);

}  // namespace opsg::released
