// The sitemap by the schema of sitemaps.org, and against the pages that there are.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { parse } from "parse5";
import { attribute, elements } from "./support/references.js";
import { Site } from "./support/sites.js";
import { xmlFaults } from "./support/tools.js";

const packageFolder = path.dirname(createRequire(import.meta.url).resolve("sitemap/package.json"));
const SCHEMA = path.join(packageFolder, "schema/sitemap.xsd");

for (const name of ["committee", "subpath", "awkward", "empty"]) {
  const site = new Site(name);
  const sitemap = site.text("sitemap.xml");
  const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);

  test(`${name}: the sitemap fits the schema of sitemaps.org`, () => {
    assert.equal(xmlFaults("--schema", SCHEMA, [path.join(site.root, "sitemap.xml")]), "");
  });

  test(`${name}: the sitemap lists the pages that call themselves canonical`, () => {
    const canonical = site.pages().map((page) => canonicalUrl(site.page(page))).filter(Boolean);
    assert.deepEqual([...listed].sort(), [...new Set(canonical)].sort());
  });

  test(`${name}: robots.txt names the sitemap`, () => {
    assert.ok(site.text("robots.txt").split("\n").includes(`Sitemap: ${site.baseUrl}sitemap.xml`));
  });
}

test("pages of meetings say when they last changed", () => {
  const site = new Site("committee");
  const dates = [...site.text("sitemap.xml").matchAll(/\/meetings\/(\d{4}-\d\d-\d\d)[^<]*<\/loc>\s*<lastmod>([^<]*)/g)];
  assert.notEqual(dates.length, 0);
  for (const [, held, changed] of dates) assert.ok(changed >= held, `${changed} is before ${held}`);
});

function canonicalUrl(html) {
  const links = [...elements(parse(html))].filter((element) => attribute(element, "rel") === "canonical");
  return links.length === 0 ? undefined : attribute(links[0], "href");
}
