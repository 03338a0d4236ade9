"""Checks a workflow that `opsg-site init --ci` wrote: check_workflow.py github|gitlab FILE."""

import re
import sys

import yaml


def scripts(job):
    return [step["run"] for step in job["steps"] if "run" in step]


def actions(workflow):
    return [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]


def check_github(workflow):
    jobs = workflow["jobs"]
    assert set(jobs) == {"check", "publish"}
    # YAML 1.1 reads the key "on" as true.
    assert set(workflow[True]) == {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in jobs["check"]
    assert jobs["publish"]["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
    assert jobs["publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert workflow["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"
    for action in actions(workflow):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
    for job in jobs.values():
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert [step["with"]["persist-credentials"] for step in checkouts] == [False]
        for script in scripts(job):
            assert "${{" not in script, "an expression in a script may run what others wrote"
    assert scripts(jobs["check"])[0] == scripts(jobs["publish"])[0], "one way to install"
    return scripts(jobs["check"]), scripts(jobs["publish"])


def check_gitlab(workflow):
    assert workflow["pages"]["resource_group"]
    assert workflow["pages"]["artifacts"]["paths"] == ["public"]
    install = workflow["default"]["before_script"]
    return install + workflow["check"]["script"], install + workflow["pages"]["script"]


def check_scripts(check, publish):
    assert "sha256sum --check" in check[0] and "exit 1" in check[0]
    commands = "\n".join(check)
    assert "opsg-site check" in commands and "--fail-on newly-public,changed" in commands
    assert "opsg-site build" not in commands, "only main is built to be published"
    commands = "\n".join(publish)
    places = [commands.index(f"opsg-site {command}") for command in ("check", "build", "verify public")]
    assert places == sorted(places)


def main():
    host, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        workflow = yaml.safe_load(file)
    check, publish = {"github": check_github, "gitlab": check_gitlab}[host](workflow)
    check_scripts(check, publish)


main()
