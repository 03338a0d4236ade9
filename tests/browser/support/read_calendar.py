"""Reads a calendar with icalendar. Prints JSON: its events, each with the instant it begins."""

import datetime
import json
import sys

import icalendar


def instant(value):
    if isinstance(value, datetime.datetime):
        if value.tzinfo is None:
            return "floating " + value.isoformat()
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat()


with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
print(
    json.dumps(
        [
            {
                "uid": str(event["UID"]),
                "start": instant(event["DTSTART"].dt),
                "summary": str(event["SUMMARY"]),
                "status": str(event.get("STATUS", "")),
                "sequence": int(event.get("SEQUENCE", 0)),
            }
            for event in calendar.walk("VEVENT")
        ]
    )
)
