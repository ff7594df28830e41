// A page of somebody else's, on another origin, that shows an agenda of ours: what stands in it is printed as JSON.
// Asked on standard input: the published folder, the page's files by path, the visits to make, where Chromium is.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { chromium } from "../quality/chromium.mjs";
import { serving } from "../quality/served.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const asked = JSON.parse(readFileSync(0, "utf8"));
const ours = await serving(asked.folder);
const theirs = createServer((request, response) => {
  const page = asked.pages[request.url.slice(1)];
  response.writeHead(page ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
  response.end((page ?? "").replaceAll("OURS", ours.address));
});
await new Promise((ready) => theirs.listen(0, "127.0.0.1", ready));
const foreign = `http://127.0.0.1:${theirs.address().port}/`;
const browser = await chromium(asked.chromium);

const inside = () => {
  const host = document.querySelector("circuito-agenda");
  const root = host.shadowRoot;
  const texts = (selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
  if (!root) return { link: host.textContent.trim(), visible: host.firstElementChild.checkVisibility() };
  const list = root.querySelector("ul");
  return {
    dates: [...root.querySelectorAll("time")].map((each) => each.dateTime),
    told: texts("time"),
    titles: texts("[part=title]"),
    places: texts("[part=place]"),
    statuses: texts("[part=status]"),
    more: texts("[part=more]"),
    links: [...root.querySelectorAll("a")].map((each) => each.href.replace(/^https?:\/\/[^/]*/, "")),
    language: [list?.lang, list?.dir],
    colour: list && getComputedStyle(root.querySelector("[part=title]")).color,
  };
};

// The clock of the visitor, which decides what is over.
const stopped = (now) => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length ? given : [now]));
    }
    static now() {
      return now;
    }
  };
};

async function visited({ page: name, scripts = true, keys = 0 }) {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(stopped, Date.parse(asked.now));
  await page.setJavaScriptEnabled(scripts);
  await page.goto(foreign + name, { waitUntil: "networkidle0" });
  if (!scripts) {
    const link = await page.$("circuito-agenda a");
    const told = { link: await link.evaluate((each) => each.textContent), visible: await link.isVisible() };
    await page.close();
    return told;
  }
  const told = await page.evaluate(inside);
  told.reached = [];
  for (let step = 0; step < keys; step += 1) {
    await page.keyboard.press("Tab");
    told.reached.push(await page.evaluate(() => document.activeElement.shadowRoot?.activeElement?.textContent ?? ""));
  }
  await page.evaluate(AXE);
  told.barriers = await page.evaluate(async () => (await globalThis.axe.run("circuito-agenda")).violations.map((each) => each.id));
  await page.close();
  return told;
}

async function framed(address) {
  const page = await browser.newPage();
  await page.goto(foreign, { waitUntil: "load" });
  await page.evaluate(async (url) => {
    const frame = document.createElement("iframe");
    const loaded = new Promise((done) => frame.addEventListener("load", done));
    frame.src = url;
    document.body.append(frame);
    await loaded;
  }, ours.address + address);
  const frame = page.frames().find((each) => each !== page.mainFrame());
  const shown = frame.url().startsWith("http");
  const heading = shown ? await frame.$eval("h1", (each) => each.textContent) : null;
  await page.close();
  return heading;
}

const seen = {};
try {
  for (const [name, how] of Object.entries(asked.visits)) seen[name] = await visited(how);
  seen.frames = [];
  for (const address of asked.frames) seen.frames.push(await framed(address));
} finally {
  await browser.close();
  ours.close();
  theirs.closeAllConnections();
  theirs.close();
}
console.log(JSON.stringify(seen));
