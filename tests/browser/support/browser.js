// Debian's Chromium, and pages that write down what goes wrong in them.
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.OPSG_CHROMIUM ?? "/usr/bin/chromium";
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** What is still on its way when a test goes on to the next page: an icon, often. */
const LEFT_BEFORE_DONE = "net::ERR_ABORTED";

export function launch() {
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_FLAGS });
}

/** A page whose `problems` collect console errors, uncaught errors, failed requests, CSP reports. */
export async function newPage(browser, options = {}) {
  const page = await browser.newPage(options);
  page.problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      page.problems.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => page.problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure();
    if (errorText !== LEFT_BEFORE_DONE) page.problems.push(`request failed: ${request.url()}: ${errorText}`);
  });
  page.on("request", (request) => {
    const { hostname } = new URL(request.url());
    if (hostname && hostname !== "127.0.0.1") page.problems.push(`asks another host: ${request.url()}`);
  });
  await reportPolicyViolations(page);
  return page;
}

async function reportPolicyViolations(page) {
  await page.exposeBinding("reportPolicyViolation", (_source, report) => page.problems.push(report));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      globalThis.reportPolicyViolation(
        `CSP: ${event.violatedDirective} refused ${event.blockedURI || "inline"} at ${event.lineNumber}`,
      );
    });
  });
}

/** Goes to `url` with nothing left of the page before. */
export async function visit(page, url) {
  page.problems.length = 0;
  const response = await page.goto(url, { waitUntil: "load" });
  return response;
}
