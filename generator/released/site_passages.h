#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "page_context.h"
#include "passage.h"

namespace opsg::released {

/// Every passage that the pages show of the records, of the facts of meetings and of what is public
/// in any case: the site's title, the policy, the glossary and the parties. A pure function of the
/// site. By document: pages and what is public first, then meetings, oldest first; within a
/// document in the order of the text.
///
/// The program's own words, and what it makes of the records (lists, counts, charts), are not
/// among them.
std::vector<Passage> site_passages(const PageContext& context);

/// The same one by one: together they are as large as all records.
void for_each_passage(const PageContext& context, const std::function<void(const Passage&)>& visit);
std::size_t count_passages(const PageContext& context);

}  // namespace opsg::released
