// What is measured inside a page. Each function is sent into it alone, so it names nothing outside itself.

/** Note what the content policy refuses, from the beginning. */
export function watched() {
  globalThis.refused = [];
  addEventListener("securitypolicyviolation", (event) => globalThis.refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
}

/** The pictures that a browser fetched ahead, below what one sees at first. */
export function below() {
  const pictures = [...document.images].filter((each) => each.currentSrc);
  const shown = new Set(pictures.filter((each) => each.getBoundingClientRect().top < innerHeight).map((each) => each.currentSrc));
  return pictures.map((each) => each.currentSrc).filter((url) => !shown.has(url));
}

/** How wide the page is beside its window, and the outermost elements that stand over the edge. */
export function sideways() {
  const root = document.scrollingElement;
  const scrolls = (element) => {
    for (let each = element.parentElement; each && each !== root && each !== document.body; each = each.parentElement)
      if (getComputedStyle(each).overflowX !== "visible") return true;
    return false;
  };
  const over = [...document.body.querySelectorAll("*")].filter((each) => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1) && !scrolls(each);
  });
  return {
    over: Math.max(0, root.scrollWidth - root.clientWidth),
    elements: over.slice(0, 3).map((each) => `${each.localName}.${each.getAttribute("class") ?? ""}`),
  };
}

/** The elements that move for longer than a hundredth of a second, for whoever asked for less motion. */
export function moving() {
  const seconds = (text) => Math.max(...text.split(",").map((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
  const found = new Set();
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const animated = style.animationName !== "none" && seconds(style.animationDuration) > 10;
      if (animated || seconds(style.transitionDuration) > 10 || style.scrollBehavior === "smooth")
        found.add(`${element.localName}.${element.getAttribute("class") ?? ""}${part ?? ""}`);
    }
  }
  return [...found];
}

/** What a page has left with its reader. */
export async function stored() {
  const databases = (await indexedDB.databases?.()) ?? [];
  const cached = globalThis.caches ? await caches.keys() : [];
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  return localStorage.length + sessionStorage.length + databases.length + cached.length + workers.length;
}

/** Where the page leads: the addresses of all links that can be seen, but those within the page. */
export function leads() {
  const seen = [...document.querySelectorAll("a[href]")].filter((each) => each.checkVisibility());
  return [...new Set(seen.map((each) => each.getAttribute("href")).filter((href) => !href.startsWith("#")))].sort();
}

/** Number what the keyboard must reach, in the order of the document, and say what it is. */
export function numbered() {
  const groups = new Set();
  const wanted = "a[href], button, input, select, textarea, summary, [tabindex]";
  const reached = [...document.querySelectorAll(wanted)].filter((each) => {
    if (each.disabled || each.type === "hidden" || each.tabIndex < 0 || !each.checkVisibility({ visibilityProperty: true })) return false;
    if (each.type !== "radio") return true;
    const first = !groups.has(each.name);
    groups.add(each.name);
    return first;
  });
  reached.forEach((each, number) => (each.dataset.reach = number));
  return reached.map((each) => each.getAttribute("href") ?? `${each.localName} ${each.textContent.trim().slice(0, 40)}`);
}

/** What has the focus: its number, what it is, how it is drawn, whether anything covers it; and how the one before is
 * drawn now that it has lost the focus. */
export function focused() {
  const strokes = ["outline", "boxShadow", "borderBlockStart", "borderBlockEnd", "borderInlineStart", "textDecoration"];
  const names = [...strokes, "stroke", "strokeWidth", "fill", "backgroundColor", "color", "opacity", "visibility"];
  const drawn = (element) => {
    const parts = [element.parentElement, element, ...[...element.querySelectorAll("*")].slice(0, 12)];
    const styles = parts.flatMap((each) => [null, "::before", "::after"].map((part) => getComputedStyle(each, part)));
    return styles.map((style) => names.map((name) => style[name]).join()).join(";");
  };
  const within = (place, length) => Math.min(Math.max(place, 0), length - 1);
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  const before = globalThis.before ? drawn(globalThis.before) : null;
  const element = document.activeElement;
  globalThis.before = element === document.body ? null : element;
  if (!globalThis.before) return { number: null, before };
  const boxes = [...element.getClientRects()].filter((box) => box.width && box.height);
  const free = boxes.some((box) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(within(x, innerWidth), within(y, innerHeight));
    return top && (element.contains(top) || top.contains(element) || top.closest("label")?.control === element);
  });
  const inside = boxes.some((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth);
  const text = element.getAttribute("href") ?? element.textContent.trim().slice(0, 40);
  return {
    number: "reach" in element.dataset ? Number(element.dataset.reach) : -1,
    name: `${element.localName}.${element.getAttribute("class") ?? ""} ${text}`,
    href: element.getAttribute("href"),
    past: Boolean(document.querySelector("main").compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    seen: inside && (free || element instanceof SVGElement),
    drawn: drawn(element),
    before,
  };
}

/** Let the page draw what has changed. */
export async function settled() {
  document.activeElement?.blur();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 20))));
  await Promise.allSettled(document.getAnimations().map((each) => each.finished));
}
