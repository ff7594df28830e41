// Answers, as one line of JSON for each calendar on a line of its own (a JSON text), what ical.js finds in it between
// two instants: [uid, title, start, end, status], starts and ends in seconds since 1970, days as text.
import { createInterface } from "node:readline";
import ICAL from "ical.js";

const told = (time) => (time.isDate ? time.toString() : time.toUnixTime());

function occurrences({ ics, since, until }) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const found = [];
  const components = calendar.getAllSubcomponents("vevent");
  const exceptions = components.filter((each) => each.hasProperty("recurrence-id"));
  for (const component of components.filter((each) => !each.hasProperty("recurrence-id"))) {
    // Unless it is told which exceptions are an event's own, ical.js takes those of every event.
    const uid = component.getFirstPropertyValue("uid");
    const own = exceptions.filter((each) => each.getFirstPropertyValue("uid") === uid);
    const event = new ICAL.Event(component, { exceptions: own });
    const add = ({ item, startDate, endDate }) => {
      const status = item.component.getFirstPropertyValue("status");
      if (startDate.toUnixTime() <= until && endDate.toUnixTime() >= since)
        found.push([item.uid, item.summary, told(startDate), told(endDate), status]);
    };
    if (!event.isRecurring()) {
      add({ item: event, startDate: event.startDate, endDate: event.endDate });
      continue;
    }
    const dates = event.iterator();
    const far = until + 100 * 86400;
    for (let date = dates.next(); date && date.toUnixTime() <= far; date = dates.next()) add(event.getOccurrenceDetails(date));
  }
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(occurrences(JSON.parse(line))));
}
