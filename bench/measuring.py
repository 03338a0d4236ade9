"""Runs programs side by side, A B A B, and tells how long they took."""

import os
import shutil
import statistics
import subprocess
import sys
import time

# ext4 looks for a free inode past those that were freed less than five seconds ago, which makes
# creating files many times slower for whoever comes next.
SECONDS_UNTIL_INODES_ARE_FREE = 6


class Contender:
    """A program that writes a site: `command` takes the folder to write into. `prepare` is called
    before each run, which does not count it."""

    def __init__(self, name, command, output, prepare=None):
        self.name, self.command, self.output, self.prepare = name, command, output, prepare
        self.forget()

    def forget(self):
        self.walls, self.processor_times, self.peaks = [], [], []

    def run(self):
        if self.prepare:
            self.prepare()
        os.sync()
        words = [str(word) for word in self.command(self.output)]
        begun = time.perf_counter()
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        self.walls.append(time.perf_counter() - begun)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench/run: {self.name} failed: {' '.join(words)}")
        self.processor_times.append(usage.ru_utime + usage.ru_stime)
        self.peaks.append(usage.ru_maxrss / 1024)

    def figures(self):
        sizes = [size for size, _ in written_files(self.output)]
        return {
            "median_s": statistics.median(self.walls),
            "least_s": min(self.walls),
            "most_s": max(self.walls),
            "processor_s": statistics.median(self.processor_times),
            "peak_mib": max(self.peaks),
            "files": len(sizes),
            "mib": sum(sizes) / 2**20,
        }


def written_files(folder):
    """(size, path below the folder) of every file."""
    files = []
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            files.append((os.path.getsize(path), os.path.relpath(path, folder)))
    return sorted(files)


def remove_outputs(contenders):
    there = [each.output for each in contenders if each.output.exists()]
    for output in there:
        shutil.rmtree(output)
    if there:
        time.sleep(SECONDS_UNTIL_INODES_ARE_FREE)


def measure(title, contenders, runs, clean):
    """The first run of each does not count: it warms the file cache. A clean run finds no output, any
    other the one before it."""
    for contender in contenders:
        contender.forget()
    for i in range(runs + 1):
        if clean:
            remove_outputs(contenders)
        for contender in contenders:
            contender.run()
            if i == 0:
                contender.forget()
    figures = {contender.name: contender.figures() for contender in contenders}
    print_table(title, figures)
    return figures


def print_table(title, figures):
    print(f"\n{title}")
    print(f"{'':22}{'median':>10}{'least':>10}{'most':>10}{'CPU':>10}{'memory':>11}{'files':>9}"
          f"{'output':>12}")
    for name, row in figures.items():
        print(f"{name:22}{row['median_s']:9.4f}s{row['least_s']:9.4f}s{row['most_s']:9.4f}s"
              f"{row['processor_s']:9.4f}s{row['peak_mib']:7.0f} MiB{row['files']:9}"
              f"{row['mib']:8.1f} MiB")
    names = list(figures)
    for subject in [name for name in names if name.startswith("opsg-site")]:
        ratios = [f"{figures[subject]['median_s'] / figures[other]['median_s']:.2f} x {other}"
                  for other in names if other != subject]
        print(f"  {subject} takes {', '.join(ratios)}")
    sys.stdout.flush()
