#include "auditor.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "leaks.h"
#include "needles.h"
#include "output_words.h"
#include "program_words.h"
#include "source_reading.h"

namespace opsg::restricted {
namespace {

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

/// A file that the theme has too gives nothing away.
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
    const audit::OutputWords words = audit::read_output("", text);
    add(words.text);
    add(words.values);
    add(audit::words_of(text));
  }
  return all;
}

}  // namespace

std::optional<AuditedSite> Auditor::audit(const AuditInput& input, RenderedSite site,
                                          Diagnostics& diagnostics) {
  const Audience* audience = find_audience(input.policy, site.audience, diagnostics);
  if (!audience) return std::nullopt;
  audit::SourceReading reading = audit::read_sources(
      input.sources,
      {input.policy, audience->clearance, input.options.now, input.options.time_zone});
  leave_out_public_files(reading, input.public_texts);
  const std::vector<audit::Word> program = words_of_all(input.public_texts);
  const audit::Needles needles(reading, program);
  audit::LeakSearch search(reading, needles);
  search.search(site);
  if (!search.found_nothing()) {
    search.report(site, diagnostics);
    return std::nullopt;
  }
  return AuditedSite(PassKey<Auditor>(), std::move(site));
}

}  // namespace opsg::restricted
