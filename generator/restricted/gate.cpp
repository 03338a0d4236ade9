#include "gate.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "admission.h"
#include "agenda_items.h"
#include "label.h"
#include "meeting_codes.h"
#include "portion_clearings.h"
#include "public_tables.h"
#include "toml_clearing.h"

namespace opsg::restricted {
namespace {

using ItemNumbers = std::map<std::string, std::set<std::string>, std::less<>>;

/// The steps of the gate, which make plain values; `Gate` alone lets them through.
class SiteClearer {
 public:
  SiteClearer(const LabelledSite& site, const Clearance& clearance, GateTime time,
              Diagnostics& diagnostics)
      : site_(site),
        admission_(site, clearance, time),
        markings_{site.policy, site.known_words, site.rules},
        diagnostics_(diagnostics),
        codes_(site.meetings) {}

  TomlTable public_table(const TomlTable& table, const SourcePath& path) const {
    // Judging all records at once withholds nothing: an empty table would make up more errors.
    if (site_.doubtful.contains(path) && !is_full_clearance()) return {};
    const TomlScope scope{site_.policy, site_.rules};
    return clear_table(table, table_level(table, Level{}, scope), scope, clearance());
  }

  std::vector<DocumentSource> documents() {
    struct Outcome {
      std::optional<DocumentSource> source;
      Diagnostics found;
    };
    std::vector<Outcome> outcomes(site_.documents.size());
    tbb::parallel_for(std::size_t{0}, outcomes.size(), [&](std::size_t i) {
      const LabelledDocument& document = site_.documents[i];
      if (!admission_.admits_portions(document) && !is_judged_without_meeting(document)) return;
      outcomes[i].source = clear(document, outcomes[i].found);
    });
    std::vector<DocumentSource> cleared;
    for (auto& [source, found] : outcomes) {
      diagnostics_.append(std::move(found));
      if (!source || (!source->complete && source->fragments.empty())) continue;
      keep_item_numbers(*source);
      cleared.push_back(std::move(*source));
    }
    return cleared;
  }

  /// After `documents`, which knows the agenda items that are left.
  std::vector<MeetingSource> meetings() {
    std::vector<MeetingSource> cleared;
    const TomlScope scope{site_.policy, site_.rules, true};
    for (const LabelledMeeting& meeting : site_.meetings) {
      if (!admission_.admits(meeting)) continue;
      // The meeting itself is admitted, so that only labels inside it decide.
      MeetingSource source{meeting.path, meeting.slug, site_.policy[meeting.label].name,
                           clear_table(meeting.facts, Level{}, scope, clearance())};
      if (!is_full_clearance()) keep_items(source.facts, items_[meeting.slug]);
      cleared.push_back(std::move(source));
    }
    return cleared;
  }

  std::vector<AttachmentSource> attachments() const {
    std::vector<AttachmentSource> cleared;
    for (const LabelledAttachment& attachment : site_.attachments) {
      if (!admission_.admits(attachment)) continue;
      cleared.push_back({attachment.path, attachment.meeting, attachment.file, attachment.title,
                         site_.policy[attachment.label].name, *attachment.bytes});
    }
    return cleared;
  }

 private:
  const Clearance& clearance() const { return admission_.clearance(); }

  bool is_full_clearance() const {
    return clearance().admits(site_.policy.most_closed()) && clearance().drafts &&
           clearance().embargoed;
  }

  /// What is wrong in a record is told at once, also where its meeting.toml is broken: a record
  /// without a meeting is read, and shown nowhere.
  bool is_judged_without_meeting(const LabelledDocument& document) const {
    return is_full_clearance() && !admission_.has_meeting(document.meeting) &&
           !site_.doubtful.contains(document.path) && !document.portions.doubtful;
  }

  void keep_item_numbers(const DocumentSource& source) {
    if (is_full_clearance()) return;
    for (const Fragment& fragment : source.fragments) {
      add_item_numbers(fragment.text, items_[source.meeting]);
    }
  }

  DocumentSource clear(const LabelledDocument& document, Diagnostics& found) const {
    DocumentSource source;
    source.path = document.path;
    source.meeting = document.meeting;
    source.name = document.name;
    source.complete = admission_.admits(document);
    source.fragments = fragments_of(document, found);
    if (!source.complete) return source;
    source.level = site_.policy[document.label].name;
    source.front_matter = clear_front_matter(document);
    return source;
  }

  std::vector<Fragment> fragments_of(const LabelledDocument& document, Diagnostics& found) const {
    if (!site_.rules.document_labels) {
      // Without that rule, the document's own level holds nothing back.
      PortionMap portions = document.portions;
      portions.portions.front().level = Level{};
      return clear_portions(portions, clearance(), markings_, found);
    }
    if (!document.clearings) {
      return clear_portions(document.portions, clearance(), markings_, found);
    }
    const auto& [fragments, about] =
        document.clearings->of(document.portions, clearance(), markings_);
    found.append(about);
    return fragments;
  }

  TomlTable clear_front_matter(const LabelledDocument& document) const {
    TomlTable cleared;
    for (const auto& [key, value] : document.front_matter.entries) {
      const bool hidden = key.name == "adopted" && !names_admitted_meeting(value);
      if (key.name != kLabelKey && !hidden) cleared.entries.emplace_back(key, value);
    }
    return cleared;
  }

  bool names_admitted_meeting(const TomlValue& code) const {
    const std::string* slug = code.string() ? codes_.find_slug(*code.string()) : nullptr;
    return slug && admission_.has_meeting(*slug);
  }

  const LabelledSite& site_;
  Admission admission_;
  MarkingContext markings_;
  Diagnostics& diagnostics_;
  MeetingCodes codes_;
  ItemNumbers items_;  ///< By meeting: the agenda items in the cleared text of its documents.
};

bool has_extract(const LabelledDocument& document, const Clearance& clearance) {
  const auto& portions = document.portions.portions;
  return std::any_of(portions.begin(), portions.end(), [&](const Portion& portion) {
    return portion.extract && clearance.admits(portion.level);
  });
}

}  // namespace

ClearedSources Gate::clear(const LabelledSite& site, const Clearance& clearance, GateTime time,
                           Diagnostics& diagnostics) {
  SiteClearer clearer(site, clearance, time, diagnostics);
  ClearedSources cleared;
  cleared.site = clearer.public_table(site.site, site.site_path);
  cleared.site_path = site.site_path;
  cleared.glossary = clearer.public_table(site.glossary, SourcePath(std::string(kGlossaryPath)));
  cleared.parties = clearer.public_table(site.parties, SourcePath(std::string(kPartiesPath)));
  for (auto& document : clearer.documents()) {
    cleared.documents.push_back(let_through(std::move(document)));
  }
  for (auto& meeting : clearer.meetings()) {
    cleared.meetings.push_back(let_through(std::move(meeting)));
  }
  for (auto& attachment : clearer.attachments()) {
    cleared.attachments.push_back(let_through(std::move(attachment)));
  }
  return cleared;
}

std::optional<UtcTime> next_release(const LabelledSite& site, const Clearance& clearance,
                                    GateTime time) {
  const Admission now(site, clearance, time);
  Clearance without_embargoes = clearance;
  without_embargoes.embargoed = true;
  const Admission later(site, without_embargoes, time);
  std::optional<UtcTime> next;
  for (const LabelledDocument& document : site.documents) {
    if (!now.is_embargoed(document) || !later.admits_portions(document)) continue;
    const bool shows_anything = later.admits(document) || has_extract(document, clearance);
    if (shows_anything && (!next || *document.embargo < *next)) next = document.embargo;
  }
  return next;
}

}  // namespace opsg::restricted
