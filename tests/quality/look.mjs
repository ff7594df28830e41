// Visits pages of a published folder in Chromium and says as JSON what it found, page by page. From standard input:
// {folder, chromium, pages: {name: address}, thorough}. Where it is not thorough, it walks through a whole page by
// keyboard only in the network's own language, since the others have the same parts in the same order; looks at colours in
// the dark only by phone, since a desktop shows the same ones; and at pages in English only by phone and light.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";
import { chromium } from "./chromium.mjs";
import { below, focused, leads, moving, numbered, settled, sideways, stored, watched } from "./measures.mjs";
import { serving } from "./served.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const COLOURS = ["color-contrast", "link-in-text-block"];
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1440, height: 900 };
const VISITORS = 2;

/** All that is found on one page, as if nothing had been seen before. */
async function looked(context, home, name, address, thorough) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const found = await firstView(page, home, home + address);
  found.cookies = (await context.cookies()).length;
  found.stored = await page.evaluate(stored);
  await page.setViewport(DESKTOP);
  await reduced(page, "light");
  found.keyboard = await keyboard(page, thorough || name.endsWith(" it"));
  found.moving = await page.evaluate(moving);
  found.leads = await page.evaluate(leads);
  found.axe = await violations(page, modes(name, thorough));
  found.sideways = await widths(page);
  await page.setJavaScriptEnabled(false);
  await page.setViewport(DESKTOP);
  await page.goto(home + address, { waitUntil: "load" });
  found.unscripted = await page.evaluate(leads);
  await page.close();
  return found;
}

/** A cold visit by phone: what is asked for, what it weighs without the pictures below the window, what goes wrong. */
async function firstView(page, home, address) {
  const found = { weights: {}, foreign: [], errors: [] };
  const aside = (message) => address.endsWith("/404.html") && message.startsWith("Failed to load resource");
  page.on("console", (message) => message.type() === "error" && !aside(message.text()) && found.errors.push(`${message.text()} ${message.location().url ?? ""}`));
  page.on("pageerror", (error) => found.errors.push(String(error)));
  page.on("request", (request) => request.url().startsWith("http") && !request.url().startsWith(home) && found.foreign.push(request.url()));
  const weigh = (response) => {
    const url = response.url().split("#")[0];
    if (url.startsWith("http")) found.weights[url.replace(home, "")] = Number(response.headers()["content-length"] ?? 0);
  };
  page.on("response", weigh);
  await page.evaluateOnNewDocument(watched);
  await page.setCacheEnabled(false);
  await page.setViewport(PHONE);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForNetworkIdle({ idleTime: 150 });
  page.off("response", weigh);
  found.refused = await page.evaluate(() => globalThis.refused);
  for (const url of await page.evaluate(below)) delete found.weights[url.replace(home, "")];
  return found;
}

/** Go through the page by Tab: the skip link first, then everything in its order, each looking other than without. */
async function keyboard(page, whole) {
  const found = { skip: null, past: false, missed: [], covered: [], unmarked: [] };
  const names = await page.evaluate(numbered);
  const tab = async () => {
    await page.keyboard.press("Tab");
    return page.evaluate(focused);
  };
  const first = await tab();
  found.skip = first.number === 0 && first.seen ? first.href : null;
  const reached = [];
  const most = whole ? names.length + 20 : 10;
  for (let step = 0, now = first; now.number !== null && step < most; step += 1) {
    const next = await tab();
    if (now.number >= 0) reached.push(now.number);
    if (now.number >= 0 && now.drawn === next.before) found.unmarked.push(now.name);
    if (!now.seen) found.covered.push(now.name);
    now = next;
  }
  found.missed = names.slice(0, whole ? names.length : 5).filter((_, number) => reached[number] !== number).slice(0, 5);
  if (found.skip !== "#main") return found;
  await page.evaluate(() => document.querySelector("a[href]").focus());
  await page.keyboard.press("Enter");
  found.past = (await tab()).past ?? false;
  return found;
}

/** Ask for a colour scheme and for less motion, which also ends transitions at once. */
async function reduced(page, scheme) {
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: scheme },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await page.evaluate(settled);
}

/** The windows and colour schemes in which a page is searched for barriers. */
function modes(name, thorough) {
  if (thorough) return ["desktop light", "desktop dark", "phone light", "phone dark"];
  return name.endsWith(" en") ? ["phone light"] : ["desktop light", "phone light", "phone dark"];
}

/** What axe-core finds, by window and colour scheme. In the dark only colours can differ from what it found by light. */
async function violations(page, modes) {
  await page.evaluate(AXE);
  const found = {};
  for (const mode of modes) {
    const [window, scheme] = mode.split(" ");
    await page.setViewport({ desktop: DESKTOP, phone: PHONE }[window]);
    await reduced(page, scheme);
    const only = scheme === "light" ? { type: "tag", values: TAGS } : { type: "rule", values: COLOURS };
    found[mode] = await page.evaluate(async (runOnly) => {
      const { violations } = await globalThis.axe.run({ runOnly, resultTypes: ["violations"] });
      return violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => `${rule.id}: ${node.target.join(" ")}`));
    }, only);
  }
  return found;
}

/** Whether anything stands over the edge at 320 pixels, and at 1280 pixels enlarged to 200 %. */
async function widths(page) {
  const found = {};
  await reduced(page, "light");
  for (const [name, size] of [["320", { width: 320, height: 640 }], ["200 %", { width: 640, height: 450, deviceScaleFactor: 2 }]]) {
    await page.setViewport(size);
    found[name] = await page.evaluate(sideways);
  }
  return found;
}

const asked = JSON.parse(await text(process.stdin));
const server = await serving(asked.folder);
const browser = await chromium(asked.chromium);
const waiting = Object.entries(asked.pages);
const told = {};
const visitor = async () => {
  const context = await browser.createBrowserContext();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, address] = next;
    told[name] = await looked(context, server.address, name, address, asked.thorough).catch((error) => ({ failed: String(error) }));
  }
};
await Promise.all(Array.from({ length: VISITORS }, visitor));
await browser.close();
server.close();
process.stdout.write(JSON.stringify(told));
