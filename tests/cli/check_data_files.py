"""Reads the feeds and data files of a built site with other programs' parsers. Says what is wrong
with them, and exits with 1 where anything is."""

import csv
import json
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker

ATOM = "{http://www.w3.org/2005/Atom}"


def check_json(site, problems):
    files = sorted(site.glob("data/*.json"))
    for file in files:
        schema = json.loads((site / "data/schema" / file.name).read_text("utf-8"))
        document = json.loads(file.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        if document["$schema"] != schema["$id"]:
            problems.append(f"data/{file.name}: names another schema than its own")
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        for error in validator.iter_errors(document):
            problems.append(f"data/{file.name}: {error.json_path}: {error.message}")
    return len(files)


def check_tables(site, problems):
    files = sorted(site.glob("data/*.csv"))
    for file in files:
        with file.open(encoding="utf-8", newline="") as table:
            rows = list(csv.reader(table, strict=True))
        if any(len(row) != len(rows[0]) for row in rows):
            problems.append(f"data/{file.name}: lines of different lengths")
        whole = site / "data" / f"{file.stem}.json"
        if whole.exists():
            lists = [value for value in json.loads(whole.read_text("utf-8")).values()
                     if isinstance(value, list)]
            if len(rows) - 1 != len(lists[0]):
                problems.append(f"data/{file.name}: not a line for each element")
    return len(files)


def check_atom(site, problems):
    files = sorted(site.rglob("feed.xml"))
    for file in files:
        feed = xml.parse(file).getroot()
        entries = feed.findall(ATOM + "entry")
        ids = [entry.find(ATOM + "id").text for entry in entries]
        if len(set(ids)) != len(ids):
            problems.append(f"{file.relative_to(site)}: an id comes twice")
        updated = [entry.find(ATOM + "updated").text for entry in entries]
        if updated and feed.find(ATOM + "updated").text != max(updated):
            problems.append(f"{file.relative_to(site)}: updated before its entries")
    return len(files)


def check_calendar(site, problems):
    text = (site / "calendar.ics").read_bytes()
    lines = text.split(b"\r\n")
    if any(len(line) > 75 or b"\n" in line for line in lines):
        problems.append("calendar.ics: a line is too long, or ends with a bare line feed")
    uids = [line for line in text.replace(b"\r\n ", b"").split(b"\r\n") if line[:4] == b"UID:"]
    if len(set(uids)) != len(uids):
        problems.append("calendar.ics: a UID comes twice")
    return len(uids)


def main():
    site = Path(sys.argv[1])
    problems = []
    xml.parse(site / "sitemap.xml")
    for check in (check_json, check_tables, check_atom, check_calendar):
        if check(site, problems) == 0:
            problems.append(f"{check.__name__} found nothing to check")
    print("\n".join(problems))
    return 1 if problems else 0


sys.exit(main())
