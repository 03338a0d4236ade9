// A page's HTML, style sheets and scripts, as a server sends them: at most 40 KB. Search is extra.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { parse } from "parse5";
import { elements, loadedFile } from "./support/references.js";
import { Site } from "./support/sites.js";

const BUDGET = 40 * 1024;

for (const name of ["committee", "empty"]) {
  test(`${name}: no page weighs more than ${BUDGET} bytes`, (context) => {
    const site = new Site(name);
    const weights = site.pages().map((address) => [address, weigh(site, address)]);
    const [heaviest, weight] = weights.reduce((a, b) => (b[1] > a[1] ? b : a));
    context.diagnostic(`heaviest: /${heaviest} with ${weight} bytes`);
    assert.deepEqual(weights.filter(([, bytes]) => bytes > BUDGET), []);
  });
}

function weigh(site, address) {
  const html = site.page(address);
  const files = [...elements(parse(html))].map((element) => loadedFile(site, address, element)).filter(Boolean);
  assert.ok(files.length > 0, `/${address} loads no style sheet`);
  const sizes = files.map((file) => gzipSync(site.read(file)).length);
  return sizes.reduce((sum, size) => sum + size, gzipSync(html).length);
}
