"""Reads Atom feeds with feedparser, as a feed reader would. Prints JSON: file -> what was found."""

import json
import sys

import feedparser


def read(path):
    feed = feedparser.parse(path)
    return {
        "version": feed.version,
        "fault": str(feed.bozo_exception) if feed.bozo else None,
        "title": feed.feed.get("title"),
        "entries": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "link": entry.get("link"),
                "updated": entry.get("updated"),
                "isDated": entry.get("updated_parsed") is not None,
            }
            for entry in feed.entries
        ],
    }


print(json.dumps({path: read(path) for path in sys.argv[1:]}))
