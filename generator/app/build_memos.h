#pragma once

#include "audit_memo.h"
#include "label_memo.h"
#include "record_memo.h"

namespace opsg::app {

/// What builds of a site leave to later ones, so that these need not do it again: all memos there
/// are, so that whoever keeps some keeps all. None of them changes what a build gives or says,
/// which `tests/incremental` holds them to. Safe to use from several threads, as each memo is.
struct BuildMemos {
  restricted::LabelMemo labels;
  released::RecordMemo records;
  restricted::AuditMemo audits;

  /// After each build: forgets what that build had no use for.
  void forget_unused() {
    labels.forget_unused();
    records.forget_unused();
    audits.forget_unused();
  }
};

}  // namespace opsg::app
