#include "passage_similarity.h"

#include <algorithm>
#include <array>

#include "word_difference.h"

namespace opsg::comparison {
namespace {

bool is_labelled(std::string_view kind) {
  constexpr std::array<std::string_view, 5> kKinds = {"attachment", "fact", "field", "party",
                                                      "term"};
  return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

bool are_of_two_entries(const Passage& a, const Passage& b) {
  return a.place_known && b.place_known &&
         (a.register_name != b.register_name || a.entry != b.entry);
}

double dice(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const int order = i->compare(*j);
    if (order == 0) ++common;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  const std::size_t all = a.size() + b.size();
  return all == 0 ? 1 : 2.0 * static_cast<double>(common) / static_cast<double>(all);
}

}  // namespace

PassageWords::PassageWords(const Passage& passage) : passage_(passage) {
  words_ = words_of(passage.text);
  std::sort(words_.begin(), words_.end());
  if (is_labelled(passage.kind)) {
    label_ = std::string_view(passage.text).substr(0, passage.text.find(':'));
  }
}

double similarity(const PassageWords& a, const PassageWords& b) {
  if (are_of_two_entries(a.passage(), b.passage())) return 0;
  const bool labelled = is_labelled(a.passage().kind);
  if (labelled != is_labelled(b.passage().kind)) return 0;
  const double alike = dice(a.sorted(), b.sorted());
  if (!labelled) return alike;
  const bool same = a.passage().kind == b.passage().kind && a.label() == b.label();
  return same ? kAlike + (1 - kAlike) * alike : 0;
}

}  // namespace opsg::comparison
