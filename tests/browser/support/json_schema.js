import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** What of `data` does not fit a JSON Schema (2020-12), given as an object or the URL of a file. */
export function schemaFaults(schema, data) {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: true, strictRequired: false }));
  const validate = ajv.compile(schema instanceof URL ? JSON.parse(readFileSync(schema, "utf8")) : schema);
  if (validate(data)) return [];
  return validate.errors.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}
