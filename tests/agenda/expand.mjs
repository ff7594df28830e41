// Answers, one line of JSON each, when ical.js says that an event in Europe/Rome starts: seconds since 1970.
// Asked, one line each: {start: "DTSTART…", rrule: "FREQ=…", since, until}, the last two in seconds.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const ROME = `BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE`;

function starts({ start, rrule, since, until }) {
  const lines = ["BEGIN:VCALENDAR", ROME, "BEGIN:VEVENT", "UID:1", start, `RRULE:${rrule}`, "END:VEVENT", "END:VCALENDAR"];
  const calendar = new ICAL.Component(ICAL.parse(lines.join("\n").replaceAll("\n", "\r\n")));
  ICAL.TimezoneService.register(calendar.getFirstSubcomponent("vtimezone"));
  const dates = new ICAL.Event(calendar.getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let date = dates.next(); date && date.toUnixTime() <= until; date = dates.next()) {
    if (date.toUnixTime() >= since) found.push(date.toUnixTime());
  }
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(starts(JSON.parse(line))));
}
