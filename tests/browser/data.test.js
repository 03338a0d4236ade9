// The data files: JSON by the schemas that the site publishes, CSV by a strict parser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { schemaFaults } from "./support/json_schema.js";
import { Site } from "./support/sites.js";

const SETS = ["meetings", "actions", "risks", "reviews", "measures", "decisions", "references", "parties"];

for (const name of ["committee", "subpath", "awkward", "empty"]) {
  const site = new Site(name);
  const files = site.files(".json").filter((file) => /^data\/[^/]+$/.test(file));

  test(`${name}: JSON files fit the schemas that they name`, () => {
    for (const file of files) {
      const data = JSON.parse(site.text(file));
      const schema = JSON.parse(site.text(schemaFile(site, data)));
      assert.deepEqual(schemaFaults(schema, data), [], file);
      assert.equal(schema.$id, data.$schema, file);
      assert.notDeepEqual(schemaFaults(schema, { ...data, as_of: 7 }), [], `${file}: the schema looks at types`);
      assert.notDeepEqual(schemaFaults(schema, { $schema: data.$schema }), [], `${file}: the schema asks for keys`);
    }
  });

  test(`${name}: CSV files hold the rows of the JSON files`, () => {
    for (const file of files.filter((each) => each !== "data/passages.json")) {
      const rows = Object.values(JSON.parse(site.text(file))).find((value) => isListOfRows(value)) ?? [];
      assert.equal(readTable(site, file.replace(/json$/, "csv")).length, rows.length, file);
    }
  });

  test(`${name}: no cell of a CSV file is a formula to a spreadsheet`, () => {
    for (const file of site.files(".csv")) {
      const cells = readTable(site, file).flatMap((row) => Object.values(row));
      assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell))), [], file);
    }
  });
}

test("every register and list is published, each in both forms, and all passages as JSON", () => {
  const site = new Site("committee");
  assert.ok(site.has("data/passages.json") && !site.has("data/passages.csv"));
  for (const set of SETS) {
    for (const file of [`data/${set}.json`, `data/${set}.csv`]) assert.ok(site.has(file), `${file} is missing`);
  }
});

function schemaFile(site, data) {
  assert.ok(data.$schema?.startsWith(site.baseUrl), `$schema is not of this site: ${data.$schema}`);
  return data.$schema.slice(site.baseUrl.length);
}

function isListOfRows(value) {
  return Array.isArray(value) && value.every((row) => row && typeof row === "object" && !("name" in row && "type" in row));
}

function readTable(site, file) {
  const text = site.text(file);
  assert.ok(text === "" || text.endsWith("\r\n"), `${file}: lines end as RFC 4180 asks`);
  return parse(text, { columns: true, bom: true, record_delimiter: "\r\n" });
}
