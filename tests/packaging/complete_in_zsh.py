"""Completes command lines in the zsh of a root folder: complete_in_zsh.py ROOT."""

import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "support"))
from interactive_shell import InteractiveShell, report_wrong_completions

SETUP = """PS1= PS2= RPS1= PROMPT_SP=; unsetopt prompt_cr zle_bracketed_paste; unset zle_bracketed_paste
bindkey -e; autoload -Uz compinit; compinit -u -d /tmp/zcompdump
show_line() { print; print -r -- "LINE<$BUFFER>"; BUFFER= }; zle -N show_line
bindkey '^X^P' show_line
print READ''Y
"""
EXPECTED = {
    "opsg-site bu": "opsg-site build ",
    "opsg-site new me": "opsg-site new meeting ",
    "opsg-site new meeting --cod": "opsg-site new meeting --code=",
    "opsg-site build --color al": "opsg-site build --color always ",
    "opsg-site build --color=ne": "opsg-site build --color=never ",
    "opsg-site build --config /etc/passw": "opsg-site build --config /etc/passwd",
    "opsg-site build --output-dir /us": "opsg-site build --output-dir /usr/",
    "opsg-site import /etc/hostna": "opsg-site import /etc/hostname ",
    "opsg-site init --ci gith": "opsg-site init --ci github ",
    "opsg-site --ver": "opsg-site --version ",
    "opsg-site nothing": "opsg-site nothing",
}


def main():
    command = ["chroot", sys.argv[1], "zsh", "-f", "-i"]
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/tmp", "LC_ALL": "C"}
    with InteractiveShell(command, "/", environment, SETUP) as shell:
        right = report_wrong_completions(shell, EXPECTED)
    sys.exit(0 if right else 1)


main()
