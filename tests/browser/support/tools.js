// The validators that Debian has: each call says what the tool has to complain of.
import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

// Debian's own Python has Debian's modules; another one on the PATH may not.
const PYTHON = process.env.OPSG_PYTHON ?? "/usr/bin/python3";

/** What xmllint says of files that do not fit a schema; "" where all do. */
export function xmlFaults(schemaOption, schema, files) {
  const options = ["--noout", "--nonet", schemaOption, schema];
  const { status, stderr, error } = spawnSync("xmllint", [...options, ...files], { encoding: "utf8" });
  if (error) throw error;
  return status === 0 ? "" : stderr;
}

/** What a script beside this file prints, as JSON. */
export function python(script, ...args) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  return JSON.parse(execFileSync(PYTHON, [file, ...args], { encoding: "utf8", maxBuffer: 1 << 28 }));
}
