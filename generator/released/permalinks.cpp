#include "permalinks.h"

#include <fmt/format.h>

#include "html_url.h"
#include "text.h"

namespace opsg::released {

std::string path_of_url(std::string_view base_url) {
  const std::size_t scheme = base_url.find("://");
  if (scheme == std::string_view::npos) return "/";
  const std::size_t path = base_url.find('/', scheme + 3);
  return path == std::string_view::npos ? "/" : std::string(base_url.substr(path));
}

Permalinks::Permalinks(const Site& site, const Anchors& anchors)
    : anchors_(anchors),
      base_url_(site.config.base_url),
      declared_url_(site.config.declared_url),
      base_path_(path_of_url(site.config.base_url)) {
  for (const Record& record : site.records) records_.emplace(record.path.view(), &record);
  add_meetings(site);
  add_registers(site);
  add_references(site);
  add_fixed_pages(site);
}

Permalinks Permalinks::absolute() const {
  Permalinks links = *this;
  links.base_path_ = base_url_;
  return links;
}

void Permalinks::add_meetings(const Site& site) {
  for (const Meeting& held : site.meetings) {
    const std::string path = meeting(held);
    pages_.insert(path);
    pages_.insert(year(static_cast<int>(held.date.year())));
    mentions_[{"", held.code}] = {path, ""};
    for (const Attachment& file : held.attachments) {
      pages_.insert(attachment(held, file));
      attachments_.emplace("content/" + path + file.file, attachment(held, file));
    }
  }
}

void Permalinks::add_registers(const Site& site) {
  for (const Register& reg : site.registers) {
    const std::string index = register_index(reg.definition);
    pages_.insert(index);
    for (const RegisterEntry& one : reg.entries) {
      const std::string page = entry_page(reg.definition, one);
      pages_.insert(page);
      Target& target = mentions_.try_emplace({reg.definition.name, one.id}).first->second;
      // An id that several pages share, like a criterion of each release, leads to all of them.
      target.path = target.empty() || target.path == page ? page : index + '#' + slugify(one.id);
    }
  }
}

void Permalinks::add_references(const Site& site) {
  for (const ReferencePage& page : site.references) {
    const std::string path = reference(page);
    pages_.insert(path);
    const bool external = page.link && is_safe_absolute_url(*page.link);
    mentions_[{page.definition, page.id}] = external ? Target{"", *page.link} : Target{path, ""};
  }
}

void Permalinks::add_fixed_pages(const Site& site) {
  for (const char* path : {"", "meetings/", "decisions/", "references/", "parties/", "glossary/",
                           "policy/", "data/"}) {
    pages_.insert(path);
  }
  if (site.config.search) pages_.insert(std::string(kSearchPage));
  for (const std::size_t page : site.pages) pages_.insert(record(site.records[page]));
  if (!site.vocabulary) return;
  for (const Party& one : site.vocabulary->parties()) pages_.insert(party(one));
}

std::string Permalinks::year(int year) const {
  return fmt::format("meetings/{:04}/", year);
}

std::string Permalinks::attachment(const Meeting& held, const Attachment& file) const {
  return meeting(held) + file.file;
}

std::string Permalinks::record(const Record& record) const {
  return page_path(record);
}

std::string Permalinks::place(const Record& from, std::string_view anchor) const {
  const auto id = anchors_.find(from, anchor);
  return id ? record(from) + '#' + *id : record(from);
}

std::string Permalinks::register_index(const RegisterDefinition& definition) const {
  return slugify(definition.name) + '/';
}

std::string Permalinks::entry_page(const RegisterDefinition& definition,
                                   const RegisterEntry& one) const {
  return register_index(definition) + one.slug + '/';
}

std::string Permalinks::entry(const RegisterDefinition& definition,
                              const RegisterEntry& one) const {
  const std::string page = entry_page(definition, one);
  return one.place.empty() ? page : page + '#' + one.place;
}

Permalinks::Target Permalinks::mention(const Mention& mention) const {
  const auto found = mentions_.find({mention.definition, mention.id});
  return found == mentions_.end() ? Target{} : found->second;
}

std::optional<std::string_view> Permalinks::own_path(std::string_view url) const {
  for (const std::string_view base :
       {std::string_view(base_url_), std::string_view(declared_url_)}) {
    if (base.empty()) continue;
    if (starts_with_ignoring_case(url, base)) return url.substr(base.size());
    if (equals_ignoring_case(url, base.substr(0, base.size() - 1))) return std::string_view();
  }
  return std::nullopt;
}

const Record* Permalinks::find_record(std::string_view source_path) const {
  const auto found = records_.find(source_path);
  return found == records_.end() ? nullptr : found->second;
}

std::string Permalinks::find_attachment(std::string_view source_path) const {
  const auto found = attachments_.find(source_path);
  return found == attachments_.end() ? std::string() : found->second;
}

std::string step_anchor(const Meeting& meeting) {
  return "at-" + meeting.slug;
}

std::string mention_anchor(const Site& site, const MentionPlace& place) {
  const Record& record = site.records[place.record];
  std::string id = step_anchor(site.meetings[place.meeting]) + '-' + slugify(record.name);
  if (place.item != kNoItem) id += '-' + record.items[place.item].anchor;
  return id;
}

}  // namespace opsg::released
