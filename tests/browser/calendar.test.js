// The calendar, read by two parsers that share no code.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import ICAL from "ical.js";
import { Site } from "./support/sites.js";
import { python } from "./support/tools.js";

for (const name of ["committee", "awkward", "empty"]) {
  const site = new Site(name);

  test(`${name}: two parsers read the same events`, () => {
    const events = readEvents(site.text("calendar.ics"));
    assert.deepEqual(events, python("read_calendar.py", path.join(site.root, "calendar.ics")));
    assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, "UIDs are unique");
  });

  test(`${name}: lines are folded as RFC 5545 asks`, () => {
    const text = site.read("calendar.ics").toString("latin1");
    assert.ok(text.endsWith("\r\n"));
    const lines = text.slice(0, -2).split("\r\n");
    assert.deepEqual(lines.filter((line) => line.length > 75 || /[\r\n]/.test(line)), []);
    for (const line of lines) assert.ok(isWholeUtf8(line), `a letter is cut: ${line}`);
  });

  test(`${name}: every meeting is an event`, () => {
    const { meetings } = JSON.parse(site.text("data/meetings.json"));
    const starts = readEvents(site.text("calendar.ics")).map(({ start }) => start.slice(0, 10));
    assert.deepEqual(meetings.filter(({ date }) => !starts.includes(date)), []);
  });
}

test("meetings to come are events", () => {
  const site = new Site("committee");
  const { meetings } = JSON.parse(site.text("data/meetings.json"));
  const last = meetings.at(-1);
  const starts = readEvents(site.text("calendar.ics")).map(({ start }) => start.slice(0, 10));
  assert.notEqual(last.next.length, 0);
  assert.deepEqual(last.next.filter(({ date }) => !starts.includes(date)), []);
});

function readEvents(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      start: instantOf(event.startDate),
      summary: event.summary,
      status: component.getFirstPropertyValue("status") ?? "",
      sequence: event.sequence ?? 0,
    };
  });
}

function instantOf(time) {
  if (time.isDate) return time.toString();
  const utc = time.convertToZone(ICAL.Timezone.utcTimezone);
  return utc.toString();
}

function isWholeUtf8(latin1) {
  const bytes = Buffer.from(latin1, "latin1");
  return Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
}
