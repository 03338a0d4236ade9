#include "content_type.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text.h"

namespace opsg::preview {

std::string_view content_type(std::string_view path) {
  using Pair = std::pair<std::string_view, std::string_view>;
  static constexpr std::array kTypes = {
      Pair{".html", "text/html; charset=utf-8"},
      Pair{".css", "text/css; charset=utf-8"},
      Pair{".js", "text/javascript; charset=utf-8"},
      Pair{".json", "application/json; charset=utf-8"},
      Pair{".xml", "application/xml; charset=utf-8"},
      Pair{".csv", "text/csv; charset=utf-8"},
      Pair{".ics", "text/calendar; charset=utf-8"},
      Pair{".txt", "text/plain; charset=utf-8"},
      Pair{".svg", "image/svg+xml"},
      Pair{".png", "image/png"},
      Pair{".jpg", "image/jpeg"},
      Pair{".jpeg", "image/jpeg"},
      Pair{".gif", "image/gif"},
      Pair{".webp", "image/webp"},
      Pair{".ico", "image/x-icon"},
      Pair{".woff", "font/woff"},
      Pair{".woff2", "font/woff2"},
      Pair{".pdf", "application/pdf"},
      Pair{".zip", "application/zip"},
      Pair{".wasm", "application/wasm"},
      Pair{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
      Pair{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      Pair{".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
  };
  const std::string name = ascii_lower(path);
  const auto* const known = std::find_if(
      kTypes.begin(), kTypes.end(), [&](const Pair& type) { return name.ends_with(type.first); });
  return known == kTypes.end() ? "application/octet-stream" : known->second;
}

}  // namespace opsg::preview
