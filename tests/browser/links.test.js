// Every link of the site works where a plain server has it: at the root, and at a subpath.
import assert from "node:assert/strict";
import { test } from "node:test";
import { crawl } from "./support/crawler.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

for (const name of ["committee", "subpath", "awkward", "empty"]) {
  test(`${name}: no link is broken, and every page can be reached`, async () => {
    const site = new Site(name);
    const server = await serve(site.root, site.basePath);
    try {
      const { faults, reached, checked } = await crawl(site, server.url);
      assert.deepEqual(faults, []);
      assert.deepEqual(site.pages().filter((page) => page !== "404.html" && !reached.has(page)), []);
      assert.ok(checked > 100, `only ${checked} links were found`);
    } finally {
      await server.close();
    }
  });
}
