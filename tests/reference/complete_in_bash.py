"""Completes command lines as a person does, in an interactive bash: complete_in_bash.py REFERENCE.

REFERENCE is the program that writes the completions.
"""

import os
import pty
import select
import subprocess
import sys
import tempfile
import time

# Prints the line as it was completed, and clears it.
SHOW_LINE = "\x18\x10"
SETUP = """PS1='' PS2='' HISTFILE=
bind 'set enable-bracketed-paste off' 'set bell-style none'
bind -x '"\\C-x\\C-p": printf "\\nLINE<%s>\\n" "$READLINE_LINE"; READLINE_LINE='
source "$COMPLETIONS"
echo 'REA''DY'
"""
EXPECTED = {
    "opsg-site bu": "opsg-site build ",
    "opsg-site new me": "opsg-site new meeting ",
    "opsg-site new meeting --co": "opsg-site new meeting --co",  # --code, --config, --color
    "opsg-site new meeting --cod": "opsg-site new meeting --code ",
    "opsg-site build --color al": "opsg-site build --color always ",
    "opsg-site build --color=ne": "opsg-site build --color=never ",
    "opsg-site build --color=": "opsg-site build --color=",  # And no file, of which there are two.
    "opsg-site build --audience ": "opsg-site build --audience ",
    "opsg-site build --config si": "opsg-site build --config site.toml ",
    "opsg-site build --output-dir my": "opsg-site build --output-dir my\\ folder/",
    "opsg-site import minu": "opsg-site import minutes.docx ",
    "opsg-site init --ci gith": "opsg-site init --ci github ",
    "opsg-site --ver": "opsg-site --version ",
    "opsg-site nothing": "opsg-site nothing",
}


class Shell:
    def __init__(self, folder, completions):
        environment = {
            "PATH": os.environ["PATH"], "HOME": folder, "TERM": "dumb", "INPUTRC": "/dev/null",
            "COMPLETIONS": completions, "LC_ALL": "C",
        }
        self.terminal, inner = pty.openpty()
        self.process = subprocess.Popen(
            ["bash", "--norc", "--noprofile", "-i"], cwd=folder, env=environment,
            stdin=inner, stdout=inner, stderr=inner, start_new_session=True)
        os.close(inner)
        self.type(SETUP)
        self.read_until("READY")

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, end):
        text, deadline = "", time.monotonic() + 20
        while end not in text:
            ready, _, _ = select.select([self.terminal], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError(f"bash does not say {end!r}: {text!r}")
            text += os.read(self.terminal, 65536).decode(errors="replace")
        return text

    def complete(self, line):
        self.type(line + "\t" + SHOW_LINE)
        text = self.read_until("LINE<")
        while ">\r\n" not in text.split("LINE<", 1)[1]:
            text += self.read_until("\n")
        return text.split("LINE<", 1)[1].split(">\r\n", 1)[0]

    def end(self):
        self.process.kill()
        self.process.wait()
        os.close(self.terminal)


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], f"{folder}/reference"], check=True)
        for name in ("site.toml", "minutes.docx"):
            open(f"{folder}/{name}", "w", encoding="utf-8").close()
        os.mkdir(f"{folder}/my folder")
        shell = Shell(folder, f"{folder}/reference/bash/opsg-site")
        try:
            wrong = {}
            for line, expected in EXPECTED.items():
                got = shell.complete(line)
                if got != expected:
                    wrong[line] = got
        finally:
            shell.end()
        for line, got in wrong.items():
            print(f"{line!r} is completed to {got!r}, not {EXPECTED[line]!r}", file=sys.stderr)
        sys.exit(1 if wrong else 0)


main()
