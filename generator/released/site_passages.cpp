#include "site_passages.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "data_entry_columns.h"
#include "meeting_passages.h"
#include "record_passages.h"
#include "text.h"
#include "view_text.h"

namespace opsg::released {
namespace {

/// What site.toml, the glossary and the parties say: public whatever the records say.
class PublicPassages {
 public:
  PublicPassages(std::vector<Passage>& out, const PageContext& context)
      : out_(out), context_(context) {}

  void add_site() {
    const SiteConfig& config = context_.site.config;
    add("site", "fact", "", "Title", config.title);
    if (!config.description.empty()) add("site", "fact", "", "Description", config.description);
  }

  void add_policy() {
    const Policy& policy = context_.policy;
    for (const PolicyLevel& level : policy.levels) {
      add("policy", "fact", "policy/", capitalised(level.name),
          level.description + ' ' + level.handling + also(level.other_names));
    }
    if (policy.withheld_notice) add("policy", "fact", "policy/", "Notice", *policy.withheld_notice);
  }

  void add_vocabulary() {
    if (!context_.site.vocabulary) return;
    for (const auto& [acronym, expansion] : context_.site.vocabulary->glossary()) {
      add("glossary", "term", "glossary/", acronym, expansion);
    }
    for (const Party& party : context_.site.vocabulary->parties()) {
      add("parties", "party", context_.permalinks.party(party), party.name,
          party.title + also(party.also));
    }
  }

 private:
  static std::string also(const std::vector<std::string>& names) {
    return names.empty() ? "" : " (also " + joined(names) + ')';
  }

  void add(std::string_view document, std::string_view kind, std::string_view path,
           std::string_view label, std::string_view value) {
    Passage passage;
    passage.document = document;
    passage.kind = kind;
    passage.text =
        trim(value).empty() ? label : collapse_space(fmt::format("{}: {}", label, value));
    passage.url = data_url(context_, path);
    out_.push_back(std::move(passage));
  }

  std::vector<Passage>& out_;
  const PageContext& context_;
};

}  // namespace

void for_each_passage(const PageContext& context,
                      const std::function<void(const Passage&)>& visit) {
  std::vector<Passage> passages;
  const auto flush = [&] {
    for (const Passage& passage : passages) visit(passage);
    passages.clear();
  };
  PublicPassages fixed(passages, context);
  fixed.add_site();
  fixed.add_policy();
  fixed.add_vocabulary();
  const Site& site = context.site;
  for (const std::size_t page : site.pages) {
    append_record_passages(passages, context, site.records[page]);
  }
  flush();
  for (const Meeting& meeting : site.meetings) {
    append_meeting_passages(passages, context, meeting);
    for (const std::size_t record : meeting.records) {
      append_record_passages(passages, context, site.records[record]);
    }
    flush();
  }
}

std::vector<Passage> site_passages(const PageContext& context) {
  std::vector<Passage> passages;
  for_each_passage(context, [&](const Passage& passage) { passages.push_back(passage); });
  return passages;
}

std::size_t count_passages(const PageContext& context) {
  std::size_t count = 0;
  for_each_passage(context, [&](const Passage&) { ++count; });
  return count;
}

}  // namespace opsg::released
