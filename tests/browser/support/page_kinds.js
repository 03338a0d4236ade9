// Every kind of page that a site has, by its address. The first pattern that fits decides.
export const PAGE_KINDS = [
  ["home", /^$/],
  ["not found", /^404\.html$/],
  ["meetings", /^meetings\/$/],
  ["meetings of a year", /^meetings\/\d{4}\/$/],
  ["meeting", /^meetings\/[^/]+\/$/],
  ["action log", /^actions\/$/],
  ["filtered action log", /^actions\/(open|closed|overdue)\/$/],
  ["owner's action log", /^actions\/owner\/[^/]+\/$/],
  ["sorted action log", /^actions\/(open\/)?by-[a-z]+\/$/],
  ["action", /^actions\/[^/]+\/$/],
  ["risks", /^risks\/$/],
  ["risk", /^risks\/[^/]+\/$/],
  ["reviews", /^reviews\/$/],
  ["review", /^reviews\/[^/]+\/$/],
  ["measures", /^measures\/$/],
  ["measure", /^measures\/[^/]+\/$/],
  ["decisions", /^decisions\/$/],
  ["decisions of a verb and year", /^decisions\/[^/]+\/\d{4}\/$/],
  ["decisions of a verb", /^decisions\/[^/]+\/$/],
  ["references", /^references\/$/],
  ["reference", /^references\/[^/]+\/$/],
  ["parties", /^parties\/$/],
  ["party", /^parties\/[^/]+\/$/],
  ["glossary", /^glossary\/$/],
  ["policy", /^policy\/$/],
  ["data", /^data\/$/],
  ["search", /^search\/$/],
  ["text page", /^about\/$/],
];

/** The kind of the page at an address; undefined where no pattern knows it. */
export function kindOf(address) {
  return PAGE_KINDS.find(([, pattern]) => pattern.test(address))?.[0];
}

/** kind -> the addresses of its pages. */
export function pagesByKind(site) {
  const kinds = new Map(PAGE_KINDS.map(([kind]) => [kind, []]));
  for (const address of site.pages()) kinds.get(kindOf(address))?.push(address);
  return kinds;
}

/** kind -> the page of that kind with the most in it. Kinds that the site lacks are left out. */
export function fullestPages(site) {
  const size = (address) => site.page(address).length;
  return [...pagesByKind(site)]
    .filter(([, addresses]) => addresses.length > 0)
    .map(([kind, addresses]) => [kind, addresses.reduce((a, b) => (size(b) > size(a) ? b : a))]);
}
