// Answers, as one line of JSON for each calendar on a line of its own (a JSON text), what node-ical finds in it between
// two instants: [uid, start, end, status], starts and ends in seconds since 1970, days as text.
import { createInterface } from "node:readline";
import ical from "node-ical";

const two = (number) => String(number).padStart(2, "0");
const day = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const told = (date, whole) => (whole ? day(date) : date.getTime() / 1000);

function occurrences({ ics, since, until }) {
  const events = Object.values(ical.sync.parseICS(ics)).filter((each) => each.type === "VEVENT");
  const between = { from: new Date(since * 1000), to: new Date(until * 1000), expandOngoing: true };
  const found = events.flatMap((event) => ical.expandRecurringEvent(event, between).map((each) => ({ event, each })));
  return found.map(({ event, each }) => [
    event.uid,
    told(each.start, each.isFullDay),
    told(each.end, each.isFullDay),
    each.event.status,
  ]);
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(occurrences(JSON.parse(line))));
}
