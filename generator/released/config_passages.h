#pragma once

#include "site_passages.h"

namespace opsg::released {

/// The site's title, description and committee.
void read_site(const PageContext& context, const PassageSink& sink);

/// What site.toml calls registers, their fields and states: what pages and data files print with
/// every entry.
void read_registers(const PageContext& context, const PassageSink& sink);

/// What site.toml calls references and where it lets them lead. Only those that the site's records
/// name: no page says anything of the others.
void read_references(const PageContext& context, const PassageSink& sink);

}  // namespace opsg::released
