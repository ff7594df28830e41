// What the site's scripts do in Chromium: a folder is served under its own headers, each act is done once, and what
// was seen is printed as JSON. Asked on standard input: the folder, and where Chromium is.
import { readFileSync } from "node:fs";
import { chromium } from "../quality/chromium.mjs";
import { serving } from "../quality/served.mjs";

const asked = JSON.parse(readFileSync(0, "utf8"));
const served = await serving(asked.folder);
const browser = await chromium(asked.chromium);
const seen = { refused: [], foreign: [] };

async function opened(path) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1024, height: 800 });
  await page.exposeFunction("refused", (what) => seen.refused.push(`${path}: ${what}`));
  await page.evaluateOnNewDocument(() =>
    document.addEventListener("securitypolicyviolation", (event) => window.refused(`${event.violatedDirective} ${event.blockedURI}`)),
  );
  page.on("request", (request) => request.url().startsWith(served.address) || seen.foreign.push(request.url()));
  await page.goto(served.address + path, { waitUntil: "load" });
  return page;
}

const state = (page) => page.$eval("[role=status]", (element) => element.textContent);
const titles = (page) => page.$$eval(".search-result a", (links) => links.map((link) => link.textContent));
const settled = (page) =>
  page.waitForFunction(() => !document.querySelector("[aria-busy]") && document.querySelector("[role=status]").textContent);

async function found(query) {
  const page = await opened(`/cerca/?${query}`);
  await settled(page);
  const told = { titles: await titles(page), state: await state(page) };
  await page.close();
  return told;
}

async function typed() {
  const page = await opened("/cerca/");
  await page.focus("body");
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("/");
  await page.keyboard.type("laboratori");
  await page.waitForSelector(".search-result");
  await settled(page);
  const told = { address: new URL(page.url()).search, kinds: await page.$$eval(".site-search__kind", (kinds) => Object.fromEntries(kinds.map((kind) => [kind.dataset.kind, kind.querySelector(".site-search__count").textContent]))) };
  await page.keyboard.press("ArrowDown");
  told.down = await page.evaluate(() => document.activeElement.getAttribute("href"));
  await page.keyboard.press("Escape");
  told.back = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("Escape");
  told.emptied = await page.$eval("input", (input) => input.value);
  told.live = await page.$eval("[role=status]", (element) => element.closest("[aria-live=off]") === null);
  await page.close();
  return told;
}

async function broken() {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => (request.url().includes("/pagefind/") ? request.abort() : request.continue()));
  await page.goto(`${served.address}/cerca/?q=pane`, { waitUntil: "load" });
  await settled(page);
  const told = { state: await state(page), ways: await page.$$eval(".ways__link", (links) => links.length) };
  await page.close();
  return told;
}

async function unscripted() {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  const shown = async (selector) => Promise.all((await page.$$(selector)).map((each) => each.isVisible()));
  await page.goto(`${served.address}/cerca/`, { waitUntil: "load" });
  const told = { form: await shown("form"), ways: (await shown(".ways__link")).every(Boolean) };
  await page.goto(`${served.address}/spazi/`, { waitUntil: "load" });
  told.map = { button: await shown(".city-map__open"), stops: (await shown(".city-map__stop")).length };
  await page.close();
  return told;
}

async function map() {
  const page = await opened("/en/spaces/");
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]);
  const before = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => /leaflet|geojson/.test(name)).length);
  await page.click(".city-map__open");
  await page.waitForSelector(".live-stop");
  const told = { before, stops: await page.$$eval(".live-stop", (stops) => stops.map((stop) => stop.getAttribute("aria-label"))) };
  await page.focus(".live-stop");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".leaflet-popup");
  told.popup = await page.$eval(".live-popup__name", (link) => link.getAttribute("href"));
  told.words = await page.$$eval(".leaflet-popup-close-button, .leaflet-control-zoom a", (links) => links.map((link) => link.getAttribute("aria-label")).sort());
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector(".leaflet-popup"));
  told.focus = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await page.close();
  return told;
}

async function hours() {
  const page = await opened("/en/search/");
  const told = await page.evaluate(async (moments) => {
    const { clock } = await import("/theme/open-now.js");
    const place = document.createElement("open-now");
    const words = { open: "open {time}", soon: "soon {time}", opens: "opens {time}", opens_tomorrow: "tomorrow {time}", opens_on: "{day} {time}", closed: "closed" };
    Object.assign(place.dataset, {
      hours: JSON.stringify({ mon: [["09:00", "13:00"], ["15:00", "19:00"]], tue: [], fri: [["18:00", "01:00"]], sat: [["10:00", "00:00"]], sun: [["00:00", "02:00"]] }),
      closed: JSON.stringify([["2026-12-07", "2026-12-08"]]),
      zone: "Europe/Rome",
      words: JSON.stringify(words),
    });
    document.body.append(place);
    return moments.map((moment) => place.said(clock(new Date(moment), "Europe/Rome"))?.[1] ?? "");
  }, asked.moments);
  await page.close();
  return told;
}

async function shared() {
  await browser.defaultBrowserContext().overridePermissions(served.address, ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  const page = await opened("/en/search/");
  await page.bringToFront();
  await page.evaluate(async () => {
    document.querySelector("main").insertAdjacentHTML("beforeend", '<share-page data-url="https://rete.example/x/" data-title="X" data-copied="Copied" data-failed="No:"><button class="share__with" type="button" hidden>Share</button><button class="share__copy" type="button">Copy</button><span id="said" role="status"></span></share-page>');
    await import("/theme/share.js");
  });
  await page.click(".share__copy");
  await page.waitForFunction(() => document.querySelector("#said").textContent);
  const told = { said: await page.$eval("#said", (element) => element.textContent), copied: await page.evaluate(() => navigator.clipboard.readText().catch(() => "")) };
  await page.close();
  return told;
}

try {
  Object.assign(seen, {
    stems: await found("q=laboratori"),
    accents: await found("q=perche"),
    past: [await found("q=vendemmia"), await found("q=vendemmia&when=past")],
    sifted: await found("kind=space&area=ponente"),
    nothing: await found("q=zzzzzz"),
    hostile: await found(`q=${encodeURIComponent("<img src=x onerror=alert(1)> $& {n}")}`),
    typed: await typed(),
    broken: await broken(),
    unscripted: await unscripted(),
    map: await map(),
    hours: await hours(),
    shared: await shared(),
  });
} finally {
  await browser.close();
  served.close();
}
console.log(JSON.stringify(seen));
