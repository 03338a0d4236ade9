"""Completes command lines as a person does, in an interactive bash: complete_in_bash.py REFERENCE.

REFERENCE is the program that writes the completions.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from interactive_shell import InteractiveShell, report_wrong_completions

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


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], f"{folder}/reference"], check=True)
        for name in ("site.toml", "minutes.docx"):
            pathlib.Path(folder, name).touch()
        os.mkdir(f"{folder}/my folder")
        environment = {
            "HOME": folder, "INPUTRC": "/dev/null", "LC_ALL": "C",
            "COMPLETIONS": f"{folder}/reference/bash/opsg-site",
        }
        command = ["bash", "--norc", "--noprofile", "-i"]
        with InteractiveShell(command, folder, environment, SETUP) as shell:
            right = report_wrong_completions(shell, EXPECTED)
    sys.exit(0 if right else 1)


main()
