// The site by the keyboard alone.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { launch, newPage, visit } from "./support/browser.js";
import { fullestPages } from "./support/page_kinds.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

const site = new Site("committee");
const fullest = new Map(fullestPages(site));
let server;
let browser;
let page;

before(async () => {
  server = await serve(site.root);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

beforeEach(async () => {
  await page?.close();
  page = await newPage(browser, { viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
});

describe("by keyboard", () => {
  test("the first key leads to the content", async () => {
    await visit(page, server.url);
    await page.keyboard.press("Tab");
    assert.match(await page.evaluate(() => document.activeElement.textContent), /^Skip/);
    assert.equal((await page.evaluate(inspectFocus)).fault, null);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.activeElement.closest("main")), "the next stop is in the content");
  });

  for (const kind of ["home", "meeting", "action log", "action", "risks", "policy"]) {
    test(`${kind}: every link and control is reached in order, and its focus can be seen`, async () => {
      await visit(page, server.url + fullest.get(kind));
      const expected = await page.evaluate(markStops);
      const reached = [];
      for (let stop = 0; stop < expected; stop += 1) {
        await page.keyboard.press("Tab");
        const { fault, number } = await page.evaluate(inspectFocus);
        assert.equal(fault, null, `stop ${stop + 1} of ${expected}`);
        reached.push(number);
      }
      assert.deepEqual(reached, Array.from({ length: expected }, (_, index) => index));
    });
  }

  test("navigation leads to the section", async () => {
    await visit(page, server.url);
    await tabTo("header nav a", "Action log");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/actions\/$/);
    assert.equal(await page.locator("header [aria-current]").innerText(), "Action log");
  });
});

describe("the log's controls by keyboard", () => {
  const rows = () => page.locator("table.log tbody tr:visible");
  const ids = () => page.locator("table.log tbody tr:visible th a").allInnerTexts();
  const isFocusSeen = async () => assert.equal((await page.evaluate(inspectFocus)).fault, null);

  beforeEach(() => visit(page, `${server.url}actions/`));

  test("words, owner and state narrow the list down and stay in the address", async () => {
    const all = await rows().count();
    await tabTo("input[name=words]");
    await isFocusSeen();
    await page.keyboard.type("pm3.1");
    assert.deepEqual(await ids(), ["OPSG 41/05"]);
    assert.match(page.url(), /words=pm3\.1/);
    assert.match(await page.locator("form output").innerText(), new RegExp(`^1 of ${all} `));
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.press("Delete");
    assert.equal(await rows().count(), all);
    await tabTo("select[name=owner]");
    await isFocusSeen();
    await page.keyboard.type("SECAS");
    assert.deepEqual(await ids(), ["OPSG 64/04"]);
    await page.keyboard.press("Home");
    await tabTo("select[name=state]");
    await page.keyboard.type("Overdue");
    assert.deepEqual(await ids(), ["OPSG 41/02"]);
    await tabTo("button[type=reset]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/actions\/$/);
    assert.equal(await rows().count(), all);
    assert.deepEqual(page.problems, []);
  });

  test("a column's head sorts by it, and again the other way round", async () => {
    await tabTo("th button", "Target");
    await isFocusSeen();
    await page.keyboard.press("Enter");
    const soonestFirst = await targets();
    assert.deepEqual(soonestFirst, [...soonestFirst].sort());
    assert.equal(await page.locator("th[aria-sort]").getAttribute("aria-sort"), "ascending");
    await page.keyboard.press("Enter");
    assert.deepEqual(await targets(), [...soonestFirst].reverse());
    assert.equal(await page.locator("th[aria-sort]").getAttribute("aria-sort"), "descending");
  });

  const targets = () =>
    page.locator("table.log tbody tr[data-target]").evaluateAll((all) =>
      all.map((row) => row.dataset.target).filter(Boolean));
});

/** Presses Tab until the focus is on what `selector` and `text` describe. */
async function tabTo(selector, text = "") {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press("Tab");
    const isThere = await page.evaluate(
      ([wanted, words]) => document.activeElement.matches(wanted) && document.activeElement.textContent.includes(words),
      [selector, text],
    );
    if (isThere) return;
  }
  assert.fail(`Tab never comes to ${selector} ${text}`);
}

/** Numbers all that the Tab key should stop at, in the order of the document; says how many. */
function markStops() {
  const candidates = document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']",
  );
  const stops = [...candidates].filter((element) => !element.disabled && element.checkVisibility());
  stops.forEach((element, index) => (element.dataset.stop = index));
  return stops.length;
}

/**
 * Once the page has scrolled to the focus: the number of the stop that has it, and why it cannot be
 * seen there; null where it can.
 */
async function inspectFocus() {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const element = document.activeElement;
  return { number: Number(element.dataset.stop), fault: faultOf() };

  function faultOf() {
    const name = `<${element.localName}> ${element.textContent.trim().slice(0, 40)}`;
    if (element === document.body) return "the focus is lost";
    if (!isMarked(getComputedStyle(element))) return `${name} shows no focus`;
    const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
    if (!box) return `${name} takes no room`;
    if (box.bottom <= 0 || box.top >= innerHeight) return `${name} is out of sight`;
    const top = document.elementFromPoint(...middleOf(box));
    if (top && (element.contains(top) || top.contains(element))) return null;
    return `${name} is covered by <${top?.localName}>`;
  }

  function isMarked(style) {
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  }

  function middleOf(box) {
    const within = (value, limit) => Math.min(Math.max(value, 0), limit - 1);
    return [within(box.left + box.width / 2, innerWidth), within(box.top + box.height / 2, innerHeight)];
  }
}
