#include "site_crawl.h"

#include <set>

namespace opsg::test {
namespace {

using Files = std::map<std::string, std::string>;

/// What follows `before` up to one of `ends`, everywhere.
std::set<std::string> all_behind(std::string_view text, std::string_view before,
                                 std::string_view ends) {
  std::set<std::string> found;
  for (std::size_t at = text.find(before); at != text.npos; at = text.find(before, at)) {
    at += before.size();
    found.emplace(text.substr(at, text.find_first_of(ends, at) - at));
  }
  return found;
}

bool is_text(const std::string& path) {
  for (const char* extension : {".html", ".json", ".xml", ".txt", ".ics", ".csv", ".css", ".js"}) {
    if (path.ends_with(extension)) return true;
  }
  return false;
}

bool leads_elsewhere(std::string_view link) {
  for (const char* scheme : {"https:", "http:", "mailto:", "tel:"}) {
    if (link.starts_with(scheme)) return true;
  }
  return false;
}

class Crawl {
 public:
  Crawl(const Files& files, std::string_view base_url)
      : files_(files),
        base_url_(base_url),
        base_path_(base_url.substr(base_url.find('/', base_url.find("://") + 3))) {}

  std::vector<std::string> run() {
    for (const auto& [path, text] : files_) {
      if (path.ends_with(".html")) follow_attributes(path, text);
      if (is_text(path)) follow_own_addresses(path, text);
    }
    return std::move(broken_);
  }

 private:
  void follow_attributes(const std::string& path, const std::string& html) {
    for (const char* attribute : {" href=\"", " src=\"", " action=\""}) {
      for (const std::string& link : all_behind(html, attribute, "\"")) {
        if (!leads_elsewhere(link) && !resolves(path, link)) broken_.push_back(path + ": " + link);
      }
    }
  }

  /// An id of a feed only looks like an address.
  std::set<std::string> ids(const std::string& text) const {
    std::set<std::string> found;
    for (const char* before : {"<id>", "\"id\": \""}) {
      found.merge(all_behind(text, before + std::string(base_url_), "\"<"));
    }
    return found;
  }

  void follow_own_addresses(const std::string& path, const std::string& text) {
    const std::set<std::string> not_links = ids(text);
    for (const std::string& rest : all_behind(text, base_url_, "\"'<>\\& \t\r\n),;")) {
      if (not_links.contains(rest)) continue;
      if (!is_there(rest)) broken_.push_back(path + ": " + std::string(base_url_) + rest);
    }
  }

  bool resolves(const std::string& page, std::string_view link) const {
    if (link.starts_with('#')) return has_place(page, link.substr(1));
    return link.starts_with(base_path_) && is_there(link.substr(base_path_.size()));
  }

  /// `link`: below the site's root, with a query and a place perhaps.
  bool is_there(std::string_view link) const {
    const std::size_t hash = link.find('#');
    const std::string file = file_of(link.substr(0, hash));
    if (!files_.contains(file)) return false;
    return hash == link.npos || has_place(file, link.substr(hash + 1));
  }

  /// The file that a server answers with.
  static std::string file_of(std::string_view path) {
    std::string file(path.substr(0, path.find('?')));
    if (file.empty() || file.ends_with('/')) file += "index.html";
    for (std::size_t at = file.find("%20"); at != file.npos; at = file.find("%20")) {
      file.replace(at, 3, " ");
    }
    return file;
  }

  bool has_place(const std::string& file, std::string_view place) const {
    return files_.at(file).find(" id=\"" + std::string(place) + "\"") != std::string::npos;
  }

  const Files& files_;
  std::string_view base_url_;
  std::string_view base_path_;
  std::vector<std::string> broken_;
};

}  // namespace

std::vector<std::string> broken_links_of(const Files& files, std::string_view base_url) {
  return Crawl(files, base_url).run();
}

}  // namespace opsg::test
