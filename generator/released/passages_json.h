#pragma once

#include <string>
#include <vector>

#include "data_field.h"
#include "data_set.h"
#include "site_passages.h"

namespace opsg::released {

/// What is written of a document: its passages by agenda item, entry and headings, so that nothing
/// is there twice.
std::vector<DataField> passage_fields();

/// One element of the list "documents" of data/passages.json: a line for the document, for each of
/// its sections and for each passage. What a passage does not have is left out.
std::string document_json(const PassageDocument& document);

/// The same of all documents, in order. They are made some hundred at a time, by all threads.
void for_each_document_json(const PageContext& context, const TextSink& sink);

}  // namespace opsg::released
