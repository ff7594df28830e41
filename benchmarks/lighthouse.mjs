// Lighthouse, by phone, on pages of a published folder, several times each. From standard input:
// {folder, chromium, pages: {name: address}, rounds}. To standard output: a list of scores and figures by page.
import { text } from "node:stream/consumers";
import lighthouse from "lighthouse";
import { chromium } from "../tests/quality/chromium.mjs";
import { serving } from "../tests/quality/served.mjs";

const FIGURES = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"];

const asked = JSON.parse(await text(process.stdin));
const server = await serving(asked.folder);
const told = {};
for (const [name, address] of Object.entries(asked.pages)) {
  told[name] = [];
  for (let visit = 0; told[name].length < asked.rounds && visit < 2 * asked.rounds; visit += 1) {
    const browser = await chromium(asked.chromium);
    const { lhr } = await lighthouse(
      server.address + address,
      { output: "json", logLevel: "error", disableFullPageScreenshot: true },
      undefined,
      await browser.newPage(),
    );
    await browser.close();
    if (FIGURES.some((id) => lhr.audits[id].numericValue === undefined)) continue; // a busy machine lost the trace
    const scored = Object.values(lhr.categories).flatMap((each) => each.auditRefs.filter(({ weight }) => weight).map(({ id }) => id));
    told[name].push({
      scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)])),
      figures: Object.fromEntries(FIGURES.map((id) => [id, Number(lhr.audits[id].numericValue.toPrecision(3))])),
      wanting: scored.filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 0.9),
    });
  }
}
server.close();
process.stdout.write(JSON.stringify(told));
