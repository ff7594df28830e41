// What is on, on anybody's page: <circuito-agenda src="https://…/events.json" limit="5">a link for readers without
// scripts</circuito-agenda>. Colours and type are the page's own; the parts `list`, `item`, `date`, `title`, `place`,
// `status` and `more` can be styled from outside.

const SHEET = `
:host { display: block }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 1em }
li { display: grid; grid-template-columns: 6em 1fr; gap: 1em; align-items: start }
time { font-weight: 700; line-height: 1.2 }
time span { display: block; font-weight: 400; font-size: .875em }
a { color: inherit; font-weight: 700 }
p { margin: 0 }
[part=status] { font-weight: 700 }
[part=more] { margin-block-start: 1em }
`;

function made(name, part, ...inside) {
  const element = document.createElement(name);
  if (part) element.setAttribute("part", part);
  element.append(...inside);
  return element;
}

function link(url, text) {
  const element = made("a", "", text);
  if (/^https?:/.test(url)) element.href = url;
  element.target = "_top";
  return element;
}

// The dates of all events that are not over, the next ones first.
function coming(events, limit) {
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const over = ({ start, end, all_day }) => (all_day ? (end || start) < today : new Date(end || start) < now);
  return events
    .flatMap((event) => event.dates.map((date) => ({ ...date, event })))
    .filter((date) => !over(date))
    .sort((one, other) => new Date(one.start) - new Date(other.start))
    .slice(0, limit);
}

class CircuitoAgenda extends HTMLElement {
  static observedAttributes = ["src", "limit"];

  attributeChangedCallback() {
    if (this.isConnected) this.show();
  }

  connectedCallback() {
    this.show();
  }

  // Where the data cannot be had, what stands inside the element stays.
  async show() {
    const asked = (this.asked = fetch(this.getAttribute("src"), { credentials: "omit" }));
    try {
      const answer = await asked;
      if (!answer.ok) throw new Error(`${answer.status}`);
      const data = await answer.json();
      if (asked === this.asked) this.draw(data);
    } catch {
      this.dispatchEvent(new CustomEvent("circuito-failed", { bubbles: true }));
    }
  }

  draw({ events, language, network, words }) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(SHEET);
    root.adoptedStyleSheets = [sheet];
    const dates = coming(events, Number(this.getAttribute("limit")) || 5);
    const list = made("ul", "list", ...dates.map((date) => this.item(date, language, network.timezone)));
    list.lang = language;
    list.dir = words.direction;
    const more = made("p", "more", link(words.url, dates.length ? words.all : words.none));
    root.replaceChildren(...(dates.length ? [list] : []), more);
  }

  item({ start, all_day, status_text, event }, language, timezone) {
    const when = new Date(all_day ? `${start}T12:00:00Z` : start);
    const say = (options) => new Intl.DateTimeFormat(language, { timeZone: all_day ? "UTC" : timezone, ...options }).format(when);
    const time = made("time", "date", say({ weekday: "short", day: "numeric", month: "short" }));
    time.dateTime = start;
    if (!all_day) time.append(made("span", "", say({ hour: "2-digit", minute: "2-digit" })));
    const told = made("div", "", made("p", "title", link(event.url, event.title)), made("p", "place", event.place));
    if (status_text) told.prepend(made("p", "status", status_text));
    return made("li", "item", time, told);
  }
}

customElements.define("circuito-agenda", CircuitoAgenda);
