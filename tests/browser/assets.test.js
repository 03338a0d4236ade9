// What a strict policy forbids is on no page, and what a page loads is what was meant.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { parse } from "parse5";
import { attribute, elements, loadedFile } from "./support/references.js";
import { Site } from "./support/sites.js";

for (const name of ["committee", "subpath", "awkward", "empty"]) {
  const site = new Site(name);

  test(`${name}: no page has a script, a style or a handler in its text`, () => {
    const found = site.pages().flatMap((page) =>
      [...elements(parse(site.page(page)))].filter(isInline).map((element) => `${page}: <${element.tagName}>`),
    );
    assert.deepEqual(found, []);
  });

  test(`${name}: style sheets and scripts have a fingerprint and the digest of their bytes`, () => {
    for (const page of site.pages()) {
      const files = [...elements(parse(site.page(page)))].map((element) => [element, loadedFile(site, page, element)]);
      for (const [element, file] of files.filter(([, loaded]) => loaded)) {
        assert.match(file, /^assets\/.+\.[0-9a-f]{8,}\.(css|js)$/, page);
        const digest = createHash("sha384").update(site.read(file)).digest("base64");
        assert.equal(attribute(element, "integrity"), `sha384-${digest}`, `${page}: ${file}`);
      }
    }
  });
}

function isInline(element) {
  const { tagName, attrs } = element;
  if (tagName === "style" || (tagName === "script" && !attribute(element, "src"))) return true;
  return attrs.some((one) => one.name === "style" || one.name.startsWith("on") || /^\s*javascript:/i.test(one.value));
}
