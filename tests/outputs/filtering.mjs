// What readers do with the agenda's filters, in Chromium: pages, scripts and each reader's steps come on stdin.
import { text } from "node:stream/consumers";
import { chromium } from "../quality/chromium.mjs";

const { executable, pages, scripts, readers } = JSON.parse(await text(process.stdin));
const browser = await chromium(executable);
const found = {};
for (const [name, steps] of Object.entries(readers)) found[name] = await walked(steps);
await browser.close();
console.log(JSON.stringify(found));

/** What one reader was told on the way, and what went wrong. */
async function walked(steps) {
  const own = await browser.createBrowserContext();
  await own.overridePermissions("https://rete.example.org", ["geolocation"]);
  const page = await own.newPage();
  const told = [];
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.setRequestInterception(true);
  page.on("request", (request) => request.respond(answer(new URL(request.url()).pathname)));
  for (const [step, given] of steps) {
    if (step === "open") await page.goto(`https://rete.example.org${given}`);
    if (step === "press") await page.$eval(given, (button) => button.click());
    if (step === "switch") await page.evaluate(pressed, given);
    if (step === "back") await page.goBack();
    if (step === "forward") await page.goForward();
    if (step === "choose") await page.select(...given);
    if (step === "stand") await page.setGeolocation({ latitude: given[0], longitude: given[1] });
    if (step === "wait") await page.waitForFunction((search) => location.search === search, {}, given);
    if (step === "tell") told.push(await page.evaluate(given));
  }
  await own.close();
  return { told, wrong };
}

/** What is answered to a request for a path. */
function answer(path) {
  if (path in scripts) return { contentType: "text/javascript", body: scripts[path] };
  if (path in pages) return { contentType: "text/html; charset=utf-8", body: pages[path] };
  return { status: 404, body: "" };
}

/** Press the switch of a name. */
function pressed(name) {
  const switches = [...document.querySelectorAll(".agenda-filter button")];
  switches.find((each) => each.textContent.trim().startsWith(name)).click();
}
