/* Whether a place is open now, by the reader's clock and in the place's time zone. */

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;
const SOON = 45;

class OpenNow extends HTMLElement {
  connectedCallback() {
    this.hours = JSON.parse(this.dataset.hours);
    this.closed = JSON.parse(this.dataset.closed);
    this.words = JSON.parse(this.dataset.words);
    this.tell();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  tell() {
    const now = clock(new Date(), this.dataset.zone);
    const [state, said] = this.said(now) ?? [];
    this.hidden = !said;
    this.dataset.state = state ?? "";
    this.textContent = said ?? "";
    this.timer = setTimeout(() => this.tell(), (60 - now.second) * 1000);
  }

  /* The state and the sentence for a moment; nothing where the day's hours are not known. */
  said({ day, minute }) {
    const spans = this.spans(day);
    const open = spans.find(([begins, ends]) => begins <= minute && minute < ends);
    if (open) {
      const key = open[1] - minute <= SOON ? "soon" : "open";
      return [key, this.words[key].replace("{time}", time(open[1]))];
    }
    if (!this.hours[weekday(day)] && !this.isClosed(day)) return null;
    const next = spans.find(([begins]) => begins > minute);
    return ["closed", next ? this.opens(day, next[0]) : this.words.closed];
  }

  opens(day, minute) {
    const ahead = Math.floor(minute / DAY);
    const key = ["opens", "opens_tomorrow"][ahead] ?? "opens_on";
    const name = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: "long", timeZone: "UTC" });
    return this.words[key].replace("{time}", time(minute)).replace("{day}", name.format(after(day, ahead)));
  }

  /* When it is open from yesterday to a week ahead, in minutes from today's midnight; what meets is one. */
  spans(day) {
    const found = [];
    for (let ahead = -1; ahead <= 7; ahead += 1) {
      const date = after(day, ahead);
      for (const [opens, closes] of this.isClosed(date) ? [] : (this.hours[weekday(date)] ?? [])) {
        const begins = ahead * DAY + minutes(opens);
        const ends = ahead * DAY + minutes(closes) + (minutes(closes) <= minutes(opens) ? DAY : 0);
        if (found.at(-1)?.[1] === begins) found.at(-1)[1] = ends;
        else found.push([begins, ends]);
      }
    }
    return found;
  }

  isClosed(date) {
    const day = date.toISOString().slice(0, 10);
    return this.closed.some(([from, to]) => from <= day && day <= to);
  }
}

/* The day, as its midnight in UTC, the minute of the day and the second that clocks in a zone show. */
export function clock(moment, timeZone) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(moment);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const day = new Date(Date.UTC(part.year, part.month - 1, part.day));
  return { day, minute: (part.hour % 24) * 60 + part.minute, second: part.second };
}

function weekday(date) {
  return WEEK[(date.getUTCDay() + 6) % 7];
}

function after(date, days) {
  return new Date(date.getTime() + days * DAY * 60000);
}

function minutes(text) {
  const [hour, minute] = text.split(":").map(Number);
  return hour * 60 + minute;
}

function time(minute) {
  const within = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

customElements.define("open-now", OpenNow);
