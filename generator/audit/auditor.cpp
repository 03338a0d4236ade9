#include "auditor.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

#include "index_text.h"
#include "leaks.h"
#include "needles.h"
#include "output_words.h"
#include "program_words.h"
#include "source_reading.h"

namespace opsg::restricted {
namespace {

constexpr std::string_view kWordList = ".pf_index";

/// Null, and reported, where nobody could be meant by the site's audience.
const Audience* find_audience(const Policy& policy, const std::string& name,
                              Diagnostics& diagnostics) {
  const SourceSpan site_toml{SourcePath("site.toml")};
  const Audience* audience = policy.find_audience(name);
  if (audience) return audience;
  diagnostics
      .error("audit-audience", site_toml,
             fmt::format("the output is for `{}`, an audience that the policy lacks", name))
      .with_help("name an audience of a level in [policy]");
  return nullptr;
}

/// A file that is public anyway gives nothing away.
void leave_out_public_files(audit::SourceReading& reading, std::span<const std::string> texts) {
  std::erase_if(reading.withheld_files, [&](const SourceFile* file) {
    return std::find(texts.begin(), texts.end(), file->bytes) != texts.end();
  });
}

/// All words of the program and the public texts, the latter read as output and as plain text.
std::vector<audit::Word> words_of_all(std::span<const std::string> texts) {
  std::vector<audit::Word> all;
  const auto add = [&](const std::vector<audit::Word>& words) {
    all.insert(all.end(), words.begin(), words.end());
  };
  add(audit::words_of(audit::program_words()));
  for (audit::Word& word : all) word.starts_run = true;
  for (const std::string& text : texts) {
    const audit::OutputWords words = audit::read_output(audit::OutputFormat::markup, text);
    add(words.text);
    add(words.values);
    add(audit::words_of(text));
  }
  return all;
}

/// Whether nothing withheld is in the site; reports what is.
bool is_clean(const AuditInput& input, const RenderedSite& site, Diagnostics& diagnostics) {
  const Audience* audience = find_audience(input.policy, site.audience, diagnostics);
  if (!audience) return false;
  const auto use = input.memo ? input.memo->try_use() : std::unique_lock<std::mutex>();
  AuditMemo* memo = use ? input.memo : nullptr;
  StageTimer collecting(input.profile, "finding what is withheld");
  audit::SourceReading reading = audit::read_sources(
      input.sources,
      {input.policy, audience->clearance, input.options.now, input.options.time_zone}, input.jobs,
      memo);
  leave_out_public_files(reading, input.public_texts);
  const std::vector<audit::Word> program = words_of_all(input.public_texts);
  const audit::Needles needles(reading, program, input.jobs);
  audit::LeakSearch search(reading, needles, input.public_texts);
  collecting.finish();
  search.search(site, input.jobs, input.profile, memo);
  if (search.found_nothing()) return true;
  search.report(site, diagnostics);
  return false;
}

/// The files of an index as texts, under names that say so. The words of its lists are stems of
/// what stands in its texts, and are searched only where they are not.
std::optional<RenderedSite> decoded(const std::string& audience,
                                    const std::vector<RenderedFile>& files,
                                    Diagnostics& diagnostics) {
  RenderedSite texts{audience, {}};
  audit::FoundWords words;
  for (const RenderedFile& file : files) {
    auto text = audit::index_text(file.path, file.bytes);
    if (!text) {
      diagnostics
          .error("audit-unreadable", SourceSpan{SourcePath("site.toml")},
                 fmt::format("the audit cannot read {}, a file of the search index", file.path))
          .with_help("install the version of Pagefind that opsg-site is tested with");
      return std::nullopt;
    }
    if (!file.path.ends_with(kWordList)) words.add(*text);
    texts.files.push_back({file.path + ".json", std::move(*text)});
  }
  for (RenderedFile& text : texts.files) {
    const bool list = text.path.ends_with(std::string(kWordList) + ".json");
    if (list) text.bytes = words.without_stems(text.bytes);
  }
  return texts;
}

}  // namespace

std::optional<AuditedSite> Auditor::audit(const AuditInput& input, RenderedSite site,
                                          Diagnostics& diagnostics) {
  if (!is_clean(input, site, diagnostics)) return std::nullopt;
  return AuditedSite(PassKey<Auditor>(), std::move(site));
}

std::optional<AuditedSite> Auditor::audit_addition(const AuditInput& input, AuditedSite site,
                                                   SiteAddition addition,
                                                   Diagnostics& diagnostics) {
  const auto texts = decoded(site->audience, addition.made, diagnostics);
  if (!texts || !is_clean(input, *texts, diagnostics)) return std::nullopt;
  RenderedSite whole = *site;
  for (auto* files : {&addition.own, &addition.made}) {
    std::move(files->begin(), files->end(), std::back_inserter(whole.files));
  }
  std::sort(whole.files.begin(), whole.files.end(),
            [](const RenderedFile& a, const RenderedFile& b) { return a.path < b.path; });
  return AuditedSite(PassKey<Auditor>(), std::move(whole));
}

}  // namespace opsg::restricted
