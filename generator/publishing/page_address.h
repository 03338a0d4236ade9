#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace opsg::publishing {

/// The address at which a site is served, in the form that paths are put behind: an absolute http
/// or https URL that ends in '/'. Nothing for what has a user, a query or a fragment, or is none.
std::optional<std::string> site_address(std::string_view text);

/// Where a file of the site is read: "https://opsg.example/meetings/" for the `meetings/index.html`
/// of "https://opsg.example/".
std::string page_address(const std::string& site, std::string_view path);

/// Where the file itself lies: an `index.html` keeps its name.
std::string file_address(const std::string& site, std::string_view path);

/// Whether a path is that of the page that is read at a folder's address: "meetings/index.html".
bool is_folder_index(std::string_view path);
/// "meetings" of "meetings/index.html", which must be such a path.
std::string_view folder_of_index(std::string_view path);

}  // namespace opsg::publishing
