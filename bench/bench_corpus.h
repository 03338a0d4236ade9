#pragma once

#include <cstdint>

#include "gate.h"
#include "site.h"
#include "sources.h"
#include "theme.h"
#include "theme_files.h"

/// A small corpus of bench/make_corpus as each stage of the build hands it on. Every stage is run
/// once, when it is first asked for; what goes wrong ends the program.
namespace opsg::bench {

const SourceTree& corpus_sources();
const restricted::LabelledSite& corpus_labelled();
/// What the public may see.
const ClearedSources& corpus_cleared();
const released::Site& corpus_site();
const released::ThemeFiles& corpus_theme_files();
const released::Theme& corpus_theme();

/// The time at which embargoes are judged.
restricted::GateTime corpus_time();

/// Of all documents together.
std::int64_t corpus_document_bytes();

}  // namespace opsg::bench
