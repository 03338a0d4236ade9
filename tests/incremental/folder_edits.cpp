// Edits of documents, meetings and attachments as such: added, renamed, removed, exchanged.

#include <fmt/format.h>

#include <utility>

#include "edited_site.h"
#include "sha256.h"

namespace opsg::test {
namespace {

/// "content/meetings/m11/" of each meeting.
std::vector<std::string> meeting_folders(const SiteFiles& files) {
  std::vector<std::string> folders;
  for (const std::string& path : paths_of(files, "/meeting.toml", kMeetings)) {
    folders.push_back(path.substr(0, path.size() - std::string_view("meeting.toml").size()));
  }
  return folders;
}

/// Empty where there is none.
std::string any_meeting(EditedSite& site, Random& random) {
  const auto folders = meeting_folders(site.files);
  return folders.empty() ? std::string() : random.pick(folders);
}

std::string new_folder(Random& random) {
  return fmt::format("{}n{}/", kMeetings, random.serial());
}

void copy_folder(SiteFiles& files, const std::string& from, const std::string& to) {
  const SiteFiles before = files;
  for (const std::string& path : paths_of(before, "", from)) {
    files[to + path.substr(from.size())] = before.at(path);
  }
}

void remove_folder(SiteFiles& files, const std::string& folder) {
  for (const std::string& path : paths_of(files, "", folder)) files.erase(path);
}

void move_file(SiteFiles& files, const std::string& from, const std::string& to) {
  auto node = files.extract(from);
  if (node.empty() || files.contains(to)) return;
  node.key() = to;
  files.insert(std::move(node));
}

/// The line of a meeting's facts that holds its other spellings; "" where it has none.
std::string spellings_line(const std::string& facts) {
  const auto begin = facts.find("\nalso = ");
  if (begin == std::string::npos) return {};
  return facts.substr(begin, facts.find('\n', begin + 1) - begin);
}

/// What documents mention something by: they need not change for it to mean a meeting.
const std::string& any_mentioned(Random& random) {
  static const std::vector<std::string> kMentioned = {"MP116", "INC000000661032", "service"};
  return random.pick(kMentioned);
}

/// Its words are another's, and so no id in it may be raised twice.
void add_meeting(EditedSite& site, Random& random) {
  const int number = 30 + random.below(40);
  const std::string folder = new_folder(random);
  site.files[folder + "meeting.toml"] = fmt::format(
      "classification = \"white\"\ncode = \"{}\"\nkind = \"Main\"\ndate = 2022-0{}-11\n", number,
      1 + random.below(9));
  if (random.one_in(2)) add_spelling(site.files[folder + "meeting.toml"], any_mentioned(random));
  site.files[folder + "headlines.md"] = fmt::format(
      "+++\nclassification = \"white\"\nstatus = \"final\"\n+++\n\n## 1. {}\n\n"
      "ACTION OPSG {}/01: The DCC to {}\n\n(AMBER) {}\n",
      invented_word(random), number, invented_sentence(random), invented_sentence(random));
}

void copy_meeting(EditedSite& site, Random& random) {
  const std::string meeting = any_meeting(site, random);
  if (meeting.empty()) return;
  const std::string folder = new_folder(random);
  copy_folder(site.files, meeting, folder);
  std::string& facts = site.files[folder + "meeting.toml"];
  replace_first(facts, "\ncode = \"", "\ncode = \"1");
  if (!random.one_in(4)) replace_first(facts, spellings_line(facts), "");
}

void rename_meeting(EditedSite& site, Random& random) {
  const std::string meeting = any_meeting(site, random);
  if (meeting.empty()) return;
  copy_folder(site.files, meeting, new_folder(random));
  remove_folder(site.files, meeting);
}

void remove_meeting(EditedSite& site, Random& random) {
  if (meeting_folders(site.files).size() > 1) remove_folder(site.files, any_meeting(site, random));
}

std::string* any_facts(EditedSite& site, Random& random) {
  const std::string meeting = any_meeting(site, random);
  return meeting.empty() ? nullptr : &site.files[meeting + "meeting.toml"];
}

void change_code(EditedSite& site, Random& random) {
  std::string* facts = any_facts(site, random);
  if (facts) replace_first(*facts, "\ncode = \"", fmt::format("\ncode = \"{}", random.below(3)));
}

void change_date(EditedSite& site, Random& random) {
  std::string* facts = any_facts(site, random);
  constexpr std::string_view kKey = "\ndate = ";
  const auto at = facts ? facts->find(kKey) : std::string::npos;
  if (at == std::string::npos) return;
  facts->replace(at + kKey.size(), std::string_view("2021-01-25").size(),
                 fmt::format("202{}-0{}-24", random.below(4), 1 + random.below(9)));
}

void relabel_meeting(EditedSite& site, Random& random) {
  std::string* facts = any_facts(site, random);
  if (!facts) return;
  if (replace_first(*facts, "\"white\"", "\"green\"")) return;
  replace_first(*facts, "\"green\"", "\"white\"");
}

void add_mentioned_spelling(EditedSite& site, Random& random) {
  std::string* facts = any_facts(site, random);
  if (facts) add_spelling(*facts, any_mentioned(random));
}

/// What was a mention of one meeting is one of another, or of a reference.
void move_spellings(EditedSite& site, Random& random) {
  for (const std::string& folder : meeting_folders(site.files)) {
    std::string& from = site.files[folder + "meeting.toml"];
    const std::string line = spellings_line(from);
    if (line.empty()) continue;
    replace_first(from, line, "");
    if (random.one_in(2)) return;
    replace_first(*any_facts(site, random), "\nkind = ", line + "\nkind = ");
    return;
  }
}

/// A person's name, which may stand in prose.
void name_attendee(EditedSite& site, Random& random) {
  std::string* facts = any_facts(site, random);
  const std::string* document = any_document(site.files, random);
  if (!facts || !document) return;
  const auto words = identifying_words(*document);
  const std::string name =
      words.empty() || random.one_in(3) ? invented_word(random) : random.pick(words);
  *facts += fmt::format(
      "\n[[attendance]]\ncategory = \"Members\"\norganisation = \"DCC\"\nname = \"{}\"\n", name);
}

void add_document(EditedSite& site, Random& random) {
  const std::string meeting = any_meeting(site, random);
  const bool is_open = random.one_in(2);
  site.files[fmt::format("{}paper-{}.md", meeting.empty() ? "content/pages/" : meeting,
                         random.serial())] =
      fmt::format("+++\nclassification = \"{}\"\nstatus = \"final\"\n+++\n\n{}\n\n{}\n",
                  is_open ? "white" : "amber", invented_sentence(random),
                  invented_sentence(random));
}

/// The same bytes at another place.
void copy_document(EditedSite& site, Random& random) {
  const auto documents = paths_of(site.files, ".md");
  const std::string meeting = any_meeting(site, random);
  if (documents.empty() || meeting.empty()) return;
  site.files[fmt::format("{}copy-{}.md", meeting, random.serial())] =
      site.files.at(random.pick(documents));
}

void rename_document(EditedSite& site, Random& random) {
  const auto documents = paths_of(site.files, ".md");
  if (documents.empty()) return;
  const std::string& from = random.pick(documents);
  const std::string folder = from.substr(0, from.rfind('/') + 1);
  static const std::vector<std::string> kNames = {"headlines.md", "minutes.md", "paper-x.md"};
  move_file(site.files, from, folder + random.pick(kNames));
}

void remove_document(EditedSite& site, Random& random) {
  const auto documents = paths_of(site.files, ".md");
  if (documents.size() > 1) site.files.erase(random.pick(documents));
}

void exchange_documents(EditedSite& site, Random& random) {
  const auto documents = paths_of(site.files, ".md");
  if (!documents.empty()) {
    site.files.at(random.pick(documents)).swap(site.files.at(random.pick(documents)));
  }
}

void add_attachment(EditedSite& site, Random& random) {
  const std::string meeting = any_meeting(site, random);
  if (meeting.empty()) return;
  const std::string file = fmt::format("annex-{}.txt", random.serial());
  const std::string bytes = invented_sentence(random);
  site.files[meeting + file] = bytes;
  site.files[meeting + "meeting.toml"] += fmt::format(
      "\n[[attachments]]\nfile = \"{}\"\ntitle = \"{}\"\nclassification = \"{}\"\nsha256 = "
      "\"{}\"\n",
      file, invented_word(random), random.one_in(2) ? "white" : "green", sha256_hex(bytes));
}

/// With the digest in meeting.toml, or without.
void change_attachment(EditedSite& site, Random& random) {
  const auto files = paths_of(site.files, ".txt", kMeetings);
  if (files.empty()) return;
  const std::string& path = random.pick(files);
  std::string& bytes = site.files.at(path);
  const std::string before = sha256_hex(bytes);
  bytes = invented_sentence(random);
  if (random.one_in(4)) return;
  const std::string facts = path.substr(0, path.rfind('/') + 1) + "meeting.toml";
  if (site.files.contains(facts)) replace_first(site.files[facts], before, sha256_hex(bytes));
}

/// A copy of what is withheld, under a name that meeting.toml does not list.
void leave_copy_lying_about(EditedSite& site, Random& random) {
  const auto files = paths_of(site.files, ".txt", kMeetings);
  const std::string meeting = any_meeting(site, random);
  if (files.empty() || meeting.empty()) return;
  site.files[fmt::format("{}unlisted-{}.txt", meeting, random.serial())] =
      site.files.at(random.pick(files));
}

void remove_attachment(EditedSite& site, Random& random) {
  const auto files = paths_of(site.files, ".txt", kMeetings);
  if (!files.empty()) site.files.erase(random.pick(files));
}

}  // namespace

std::vector<SiteEdit> folder_edits() {
  return {{"a meeting more", add_meeting},
          {"a meeting copied", copy_meeting},
          {"a meeting's folder", rename_meeting},
          {"a meeting less", remove_meeting},
          {"a meeting's code", change_code},
          {"a meeting's date", change_date},
          {"a meeting's label", relabel_meeting},
          {"another spelling of a meeting", add_mentioned_spelling},
          {"a meeting's spellings at another", move_spellings},
          {"an attendee's name", name_attendee},
          {"a document more", add_document},
          {"a page more", add_page},
          {"a document copied", copy_document},
          {"a document's name", rename_document},
          {"a document less", remove_document},
          {"two documents exchanged", exchange_documents},
          {"an attachment more", add_attachment},
          {"an attachment's bytes", change_attachment},
          {"a file that is not listed", leave_copy_lying_about},
          {"an attachment less", remove_attachment}};
}

}  // namespace opsg::test
