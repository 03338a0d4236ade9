// Without JavaScript everything is there: text, filters (as links) and charts.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, newPage, visit } from "./support/browser.js";
import { fullestPages } from "./support/page_kinds.js";
import { serve } from "./support/server.js";
import { Site } from "./support/sites.js";

const CHARTED = ["action log", "risks", "risk", "measures", "measure", "reviews"];

const site = new Site("committee");
const fullest = new Map(fullestPages(site));
const eventful = new Site("awkward"); // in which everything has a history to draw
const eventfulPages = new Map(fullestPages(eventful));
let server;
let eventfulServer;
let browser;
let page;

before(async () => {
  server = await serve(site.root);
  eventfulServer = await serve(eventful.root);
  browser = await launch();
  page = await newPage(browser, { javaScriptEnabled: false });
});

after(async () => {
  await browser?.close();
  await server?.close();
  await eventfulServer?.close();
});

describe("without JavaScript", () => {
  for (const [kind, address] of fullest) {
    test(`${kind}: all text can be seen`, async () => {
      await visit(page, server.url + address);
      assert.deepEqual(await page.locator("main").evaluate(hiddenTexts), []);
      assert.ok((await page.locator("main").innerText()).trim().length > 0);
    });
  }

  for (const kind of CHARTED) {
    test(`${kind}: the chart is there, with its words and its figures`, async () => {
      await visit(page, eventfulServer.url + eventfulPages.get(kind));
      const charts = page.locator("main figure:has(svg)");
      assert.notEqual(await charts.count(), 0);
      for (const chart of await charts.all()) {
        assert.ok(await chart.locator("svg").first().isVisible());
        assert.ok(await chart.locator("svg[role=img]").first().evaluate((svg) => svg.textContent.trim()));
        assert.notEqual(await chart.locator("table, figcaption a[href], details table").count(), 0, "its figures");
      }
    });
  }

  test("the action log is filtered by links", async () => {
    await visit(page, `${server.url}actions/`);
    const all = await rowsOf(page);
    for (const filter of ["Open", "Overdue", "Closed", "DCC"]) {
      await visit(page, `${server.url}actions/`);
      const link = page.locator("main nav a", { hasText: filter }).first();
      const count = Number((await link.locator(".count").innerText()).trim());
      await link.click();
      assert.equal(await rowsOf(page), count, filter);
      assert.ok(count <= all);
    }
  });
});

/** The rows of the log that can be seen. */
function rowsOf(log) {
  return log.locator("main table tbody tr:visible").count();
}

/** Texts of an element that no reader sees; what a closed <details> holds can be opened. */
function hiddenTexts(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const hidden = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const isExempt = parentElement.closest("details:not([open]), svg, template, script, noscript, form[hidden], button[hidden]");
    if (textContent.trim() && !isExempt && !parentElement.checkVisibility()) hidden.push(textContent.trim());
  }
  return hidden;
}
