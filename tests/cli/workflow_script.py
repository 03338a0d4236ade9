"""Prints what a job of a workflow runs, but for the installation: workflow_script.py HOST JOB FILE."""

import sys

import yaml


def main():
    host, job, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        workflow = yaml.safe_load(file)
    if host == "github":
        steps = [step["run"] for step in workflow["jobs"][job]["steps"] if "run" in step][1:]
    else:
        steps = workflow[job]["script"]
    print("\n".join(steps))


main()
