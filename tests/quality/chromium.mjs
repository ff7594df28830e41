// Chromium as the tests and benchmarks run it: without a window, without a profile, without asking anyone for updates.
import puppeteer from "puppeteer-core";

/** A browser from the program at a path. */
export function chromium(executablePath, more = []) {
  return puppeteer.launch({
    executablePath,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-extensions",
      "--no-first-run",
      "--no-default-browser-check",
      "--hide-scrollbars",
      ...more,
    ],
  });
}
