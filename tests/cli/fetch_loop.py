"""Reads pages of a site, and the assets that they name, over and over, until it is told to stop.

usage: fetch_loop.py URL STOP-FILE FEWEST PATH...

Fails on the first page or asset that is not there, is cut short, or is another than the page's
integrity attribute says. Prints how many requests it made; fewer than FEWEST are a failure too.
"""
import base64
import hashlib
import html.parser
import http.client
import os
import sys
import threading
import urllib.parse

READERS = 4


class Assets(html.parser.HTMLParser):
    """The style sheets and scripts of a page: (address, integrity)."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "link" and attributes.get("rel") == "stylesheet":
            self.found.append((attributes["href"], attributes["integrity"]))
        if tag == "script" and "src" in attributes:
            self.found.append((attributes["src"], attributes["integrity"]))


class Reader(threading.Thread):
    def __init__(self, site, stop_file, paths):
        super().__init__()
        self.site, self.stop_file, self.paths = site, stop_file, paths
        self.requests, self.assets, self.failure = 0, 0, None
        self.connection = http.client.HTTPConnection(site.hostname, site.port, timeout=30)

    def run(self):
        try:
            while not os.path.exists(self.stop_file):
                for path in self.paths:
                    self.visit(path)
        except Exception as error:  # whatever it was, the loop has failed
            self.failure = repr(error)

    def visit(self, path):
        page = self.get(path)
        if b"</html>" not in page:
            raise ValueError(f"{path} is cut short")
        assets = Assets()
        assets.feed(page.decode())
        if not assets.found:
            raise ValueError(f"{path} names no assets")
        for address, integrity in assets.found:
            body = self.get(urllib.parse.urljoin(path, address))
            digest = base64.b64encode(hashlib.sha384(body).digest()).decode()
            if integrity != f"sha384-{digest}":
                raise ValueError(f"{address} of {path} is another than the page's")
            self.assets += 1

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        self.requests += 1
        if answer.status != 200:
            raise ValueError(f"{path}: status {answer.status}")
        return body


def main():
    site = urllib.parse.urlsplit(sys.argv[1])
    readers = [Reader(site, sys.argv[2], sys.argv[4:]) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    failures = [reader.failure for reader in readers if reader.failure]
    requests = sum(reader.requests for reader in readers)
    print(f"{requests} requests, {sum(reader.assets for reader in readers)} of them for assets")
    if failures or requests < int(sys.argv[3]):
        sys.exit("\n".join(failures) or "too few requests")


main()
