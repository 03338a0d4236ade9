// Every kind of page as it is looked at: narrow to wide, light and dark, and on paper.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { accessibilityFaults } from "./support/accessibility.js";
import { launch, newPage, visit } from "./support/browser.js";
import { fullestPages } from "./support/page_kinds.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"];
const PAPER_WIDTH = 718; // A4 less 1 cm on each side, in CSS pixels

const site = new Site(process.env.OPSG_SITE ?? "committee");
const pictures = process.env.OPSG_SCREENSHOTS;
let server;
let browser;
let page;

before(async () => {
  server = await serve(site.root);
  browser = await launch();
  page = await newPage(browser);
});

after(async () => {
  await browser?.close();
  await server?.close();
});

for (const [kind, address] of fullestPages(site)) {
  describe(`${kind}: /${address}`, () => {
    before(() => visit(page, server.url + address));

    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        test(`${width} px, ${scheme}`, () => lookAt(kind, { width, scheme }));
      }
    }
    test("on paper", () => lookAtPrint(kind));
    test("says nothing on the console", () => assert.deepEqual(page.problems, []));
  });
}

async function lookAt(kind, { width, scheme }) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ media: "screen", colorScheme: scheme });
  await keepPicture(kind, `${width}-${scheme}`);
  assert.deepEqual(await page.evaluate(wideElements), []);
  if (isAudited(width, scheme)) assert.deepEqual(await accessibilityFaults(page), []);
}

/** Every view of the committee's site; of the others, which are large, the extremes. */
function isAudited(width, scheme) {
  return site.name === "committee" || (scheme === "dark" ? width === WIDTHS.at(-1) : width === WIDTHS[0]);
}

async function lookAtPrint(kind) {
  await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await keepPicture(kind, "print");
  assert.deepEqual(await page.evaluate(elementsOffPaper), []);
  assert.ok(await page.locator(".banner").isVisible(), "the classification banner is printed");
  assert.equal(await page.locator("nav:visible").count(), 0, "no navigation is printed");
}

async function keepPicture(kind, view) {
  if (!pictures) return;
  const folder = path.join(pictures, site.name);
  mkdirSync(folder, { recursive: true });
  const name = `${kind.replaceAll(/\W+/g, "-")}-${view}.png`;
  await page.screenshot({ path: path.join(folder, name), fullPage: true });
}

/** The page scrolls sideways when it is wider than the window: says which elements make it so. */
function wideElements() {
  const root = document.documentElement;
  if (root.scrollWidth <= root.clientWidth) return [];
  const wide = [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
    .filter((element) => !element.parentElement.closest(".scroll"))
    .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
  return [`${root.scrollWidth} px of page in ${root.clientWidth} px`, ...wide.slice(0, 5)];
}

/** What sheets would cut off: a table may be too wide for any paper, nothing else. */
function elementsOffPaper() {
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .filter((element) => !element.closest(".scroll"))
    .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
}
