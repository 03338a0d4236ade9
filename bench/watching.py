"""Measures how long a preview takes from a saved record to its page."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time

SECONDS_TO_START = 300
SECONDS_TO_SHOW = 60
SECONDS_BETWEEN_LOOKS = 0.0005


def free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


class Preview:
    """A server that watches a site. `command` takes the port to listen at."""

    def __init__(self, name, command, page):
        self.name, self.page = name, page
        self.port = free_port()
        self.process = subprocess.Popen([str(word) for word in command(self.port)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def shows(self, text):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=SECONDS_TO_SHOW)
        try:
            connection.request("GET", self.page)
            return text.encode() in connection.getresponse().read()
        except OSError:
            return False  # Not yet, or never.
        finally:
            connection.close()

    def wait_for(self, text, seconds):
        end = time.perf_counter() + seconds
        while not self.shows(text):
            if time.perf_counter() > end or self.process.poll() is not None:
                sys.exit(f"bench/run: {self.name} does not show the page")
            time.sleep(SECONDS_BETWEEN_LOOKS)


def measure_watching(title, previews, turns, runs):
    """`turns` change the record of each preview, and tell the text that its page then shows."""
    walls = {preview.name: [] for preview in previews}
    for preview in previews:
        preview.wait_for("<html", SECONDS_TO_START)
    for i in range(runs + 1):
        for preview, turn in zip(previews, turns):
            os.sync()
            begun = time.perf_counter()
            preview.wait_for(turn(), SECONDS_TO_SHOW)
            if i > 0:
                walls[preview.name].append(time.perf_counter() - begun)
    figures = {name: {"median_s": statistics.median(times), "least_s": min(times),
                      "most_s": max(times)} for name, times in walls.items()}
    print(f"\n{title}")
    print(f"{'':22}{'median':>10}{'least':>10}{'most':>10}")
    for name, row in figures.items():
        print(f"{name:22}{row['median_s']:9.4f}s{row['least_s']:9.4f}s{row['most_s']:9.4f}s",
              flush=True)
    return figures
