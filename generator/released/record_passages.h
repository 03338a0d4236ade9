#pragma once

#include <string>

#include "page_context.h"
#include "site_passages.h"

namespace opsg::released {

/// "meetings/2021-01-25-opsg-41/minutes", "pages/about"
std::string passage_document(const Record& record);

/// The passages of one document: its label and state, then its blocks in the order of the text. A
/// list item, a table row and every paragraph are passages of their own.
void read_record_passages(const PageContext& context, const Record& record,
                          const PassageSink& sink);

}  // namespace opsg::released
