#include "register_view.h"

#include <set>

#include "text.h"

namespace opsg::released {

RegisterView make_register_view(const PageContext& context, const Register& reg) {
  RegisterView view;
  view.page =
      page_frame(context, context.permalinks.register_index(reg.definition), reg.definition.title);
  std::set<std::string> anchors;
  for (const RegisterEntry& entry : reg.entries) {
    PlainRowView row;
    row.id = entry.id;
    row.title = entry.title;
    row.facts = facts(context, reg.definition, entry.present);
    row.href = context.href(context.permalinks.entry(reg.definition, entry));
    if (anchors.insert(slugify(entry.id)).second) row.anchor = slugify(entry.id);
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace opsg::released
