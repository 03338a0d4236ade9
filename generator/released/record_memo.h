#pragma once

#include "content_memo.h"
#include "diagnostic.h"
#include "record.h"

namespace opsg::released {

/// What reading a document gave.
struct ReadRecord {
  Record record;
  Diagnostics findings;
};

/// Documents that were read before, by all that reading them depends on. A record is a pure
/// function of its key, so remembering it changes no site: it spares reading the same text for a
/// second audience, or for the next build. Holds cleared text of every clearance it was used for.
class RecordMemo : public ContentMemo<ReadRecord> {};

}  // namespace opsg::released
