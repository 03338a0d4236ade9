"""A shell as a person has it, at a terminal, whose completions can be asked for."""

import os
import pty
import select
import subprocess
import sys
import time

# What the shell binds to printing its line as LINE<...>, and clearing it.
SHOW_LINE = "\x18\x10"


class InteractiveShell:
    """Starts `command` in `folder`; `setup` is typed, and must print READY at its end."""

    def __init__(self, command, folder, environment, setup):
        self.terminal, inner = pty.openpty()
        self.process = subprocess.Popen(
            command, cwd=folder, env={"PATH": os.environ["PATH"], "TERM": "dumb", **environment},
            stdin=inner, stdout=inner, stderr=inner, start_new_session=True)
        os.close(inner)
        self.type(setup)
        self.read_until("READY")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, end):
        text, deadline = "", time.monotonic() + 20
        while end not in text:
            left = max(0, deadline - time.monotonic())
            if not select.select([self.terminal], [], [], left)[0]:
                raise TimeoutError(f"the shell does not say {end!r}: {text!r}")
            text += os.read(self.terminal, 65536).decode(errors="replace")
        return text

    def complete(self, line):
        """The line after the key for completing was pressed at its end."""
        self.type(line + "\t" + SHOW_LINE)
        text = self.read_until("LINE<")
        while ">\r\n" not in text.split("LINE<", 1)[1]:
            text += self.read_until("\n")
        return text.split("LINE<", 1)[1].split(">\r\n", 1)[0]


def report_wrong_completions(shell, expected):
    """Whether each line that is typed is completed as expected; says of which it is not."""
    right = True
    for line, completed in expected.items():
        got = shell.complete(line)
        if got != completed:
            print(f"{line!r} is completed to {got!r}, not {completed!r}", file=sys.stderr)
            right = False
    return right
