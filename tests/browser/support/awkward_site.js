// A site that is hard to lay out: much of everything, long words, wide tables, other scripts.
// It is the same every time. Usage: node awkward_site.js FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MEETINGS = 24;
const ACTIONS_EACH = 9;
const UNBROKEN = "Wiederaufladbarkeitsüberprüfungsverfahren_0123456789_ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklm";
const LONG =
  "to set out, for every Service Request and every Communication Service Provider, why the number of attempts " +
  "that fail at the first try has risen in each region since the release, and what it will do about it";
const OWNERS = ["DCC", "SECAS", "CSP N", "CSP C&S", "SECAS/DCC", "S1SP DXC", "TABASC", "SEC Panel"];
const ODD_TITLES = [
  `to mend ${UNBROKEN} before it breaks`,
  `to say whether <b>5 < 7 && "8" > '6'</b> holds for CSP C&S & others`,
  "to answer \u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd and \u0645\u0631\u062d\u0628\u0627 in both directions",
  "to count \u{1F4C8}\u{1F469}\u200D\u{1F4BB} and \u00e9 as one letter each",
  "to report",
];

const meetings = Array.from({ length: MEETINGS }, (_, index) => {
  const date = new Date(Date.UTC(2020, index, 20));
  const iso = date.toISOString().slice(0, 10);
  return { index, number: 30 + index, iso, date, slug: `${iso}-opsg-${30 + index}` };
});

const root = process.argv[2];
writeSite();
for (const meeting of meetings) writeMeeting(meeting);

function write(file, text) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function writeSite() {
  const repository = fileURLToPath(new URL("../../..", import.meta.url));
  const committee = readFileSync(path.join(repository, "site.toml"), "utf8");
  const title = `The Awkward Operations Group and its Sub-Committee on ${UNBROKEN}`;
  write("site.toml", committee.replace(/^title = .*$/m, `title = "${title}"`));
  write("content/parties.toml", readFileSync(path.join(repository, "content/parties.toml"), "utf8"));
  write("content/glossary.toml", glossary());
  write("content/pages/about.md", document(aboutPage()));
}

function glossary() {
  const terms = Array.from({ length: 60 }, (_, index) => {
    const letters = String.fromCharCode(65 + (index % 26), 65 + ((index * 7) % 26), 81);
    return [`${letters}${index}`, `${index % 9 === 0 ? UNBROKEN : "A thing with a long name"} number ${index}`];
  });
  return `[terms]\n${terms.map(([term, text]) => `${term} = "${text}"`).join("\n")}\n`;
}

function document(text) {
  return `+++\nclassification = "white"\nstatus = "final"\n+++\n\n${text}`;
}

function aboutPage() {
  return [
    "# About",
    `## A heading with ${UNBROKEN}`,
    wideTable(),
    "```",
    `A line of code that goes on ${"and on ".repeat(40)}`,
    "```",
    "> A quotation\n>\n> > in a quotation\n> >\n> > > in a quotation",
    "1. one\n   1. two\n      1. three\n         1. four\n            1. five",
    `An address: <https://example.org/${UNBROKEN}/${UNBROKEN}>`,
    "- [x] done\n- [ ] not done",
    "~~gone~~, `code`, *emphasis*, **strong**, ***both***",
  ].join("\n\n");
}

function wideTable() {
  const columns = Array.from({ length: 16 }, (_, index) => `Column ${index}`);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const body = Array.from({ length: 6 }, (_, line) =>
    row(columns.map((_, index) => (index === 5 ? UNBROKEN : `${line * index * 1234.5}%`))),
  );
  return [row(columns), row(columns.map(() => "---:")), ...body].join("\n");
}

function writeMeeting(meeting) {
  const folder = `content/meetings/${meeting.slug}`;
  write(`${folder}/meeting.toml`, meetingFacts(meeting));
  write(`${folder}/headlines.md`, document(headlines(meeting)));
  write(`${folder}/minutes.md`, document(minutes(meeting)));
}

function meetingFacts({ index, number, iso, date }) {
  const later = (days) => new Date(date.getTime() + days * 86400e3).toISOString().slice(0, 10);
  const attendance = OWNERS.slice(0, 4).map(
    (owner) => `  { category = "Members", organisation = "${owner}", role = "Deputy Head of ${owner}", part = true, items = ["1", "2"] },`,
  );
  return [
    'classification = "white"',
    `code = "${number}"`,
    `also = ["OPSG ${number}", "OPSG_${number}"]`,
    `kind = "${index % 2 ? "Main" : "Extraordinary meeting on everything that had been left over"}"`,
    `date = ${iso}`,
    "start = 09:30:00\nend = 17:45:00",
    `place = "Room 5 & 6, ${UNBROKEN}"`,
    `next = [{ kind = "Main", date = ${later(31)}, remark = "${LONG}" }]`,
    `attendance = [\n${attendance.join("\n")}\n]`,
    "",
  ].join("\n");
}

function headlines(meeting) {
  return [
    `## 1. Opening of a meeting with ${UNBROKEN} (DCC)`,
    `The DCC asked the group ${LONG}. It follows MP${100 + meeting.index} and INC000000${661000 + meeting.index}.`,
    `## 2. Incidents (SECAS/DCC)`,
    ...[1, 2, 3].flatMap((item) => [
      `### 2.${item} Incidents of the region ${item}`,
      `Some text about PBI000000${121800 + item} and what was found.`,
      `#### 2.${item}.1 Deeper`,
      `##### 2.${item}.1.1 And deeper still`,
      "The OPSG **NOTED** the report.",
    ]),
    wideTable(),
  ].join("\n\n");
}

function minutes(meeting) {
  const actions = Array.from({ length: ACTIONS_EACH }, (_, index) => raiseAction(meeting, index + 1));
  return [
    "## 1. Actions (SECAS)",
    ...meetings.slice(Math.max(0, meeting.index - 2), meeting.index).flatMap((earlier) => updates(earlier, meeting)),
    "## 2. Incidents (SECAS/DCC)",
    ...actions,
    "The OPSG:\n\n- **NOTED** the report; and\n- **AGREED** that all of it be done.",
    "## 3. Risks (DCC)",
    ...risks(meeting),
    "## 4. Measures (DCC)",
    ...measures(meeting),
    "## 5. Readiness (DCC)",
    ...reviews(meeting),
  ].join("\n\n");
}

function actionId(meeting, index) {
  return `OPSG ${meeting.number}/${String(index).padStart(2, "0")}`;
}

function actionTitle(meeting, index) {
  const odd = ODD_TITLES[(meeting.index + index) % (ODD_TITLES.length + 3)] ?? LONG;
  return `The ${OWNERS[(meeting.index * 3 + index) % OWNERS.length].replace("/", " and ")} ${escaped(odd)}`;
}

function escaped(text) {
  return text.replaceAll(/[<>&_*]/g, (character) => `\\${character}`);
}

function targetOf(meeting, index) {
  return new Date(meeting.date.getTime() + (20 + index * 9) * 86400e3).toISOString().slice(0, 10);
}

function raiseAction(meeting, index) {
  const target = index % 4 === 0 ? "TBC" : targetOf(meeting, index);
  return `ACTION ${actionId(meeting, index)}: ${actionTitle(meeting, index)}.\n\n- Target: ${target}`;
}

/** The actions of an earlier meeting: some closed at the next one, some moved, the rest not told. */
function updates(earlier, meeting) {
  return [1, 2, 3]
    .filter((index) => index !== 1 || meeting.index === earlier.index + 1)
    .flatMap((index) => [
      `### ${actionId(earlier, index)}: ${actionTitle(earlier, index)}`,
      [
        `- Raised: ${earlier.iso}`,
        `- Target: ${targetOf(earlier, index)}`,
        `- Revised: ${index === 3 ? targetOf(meeting, 9) : "N/A"}`,
        `- Status: ${index === 1 ? "Closed" : "Open"}`,
      ].join("\n"),
      `What became of it at meeting ${meeting.number}.`,
    ]);
}

function risks(meeting) {
  return Array.from({ length: 12 }, (_, index) => {
    const probability = 1 + ((index + meeting.index) % 5);
    const impact = 1 + ((index * 2 + Math.floor(meeting.index / 4)) % 5);
    return [
      `### Risk ${String(index + 1).padStart(3, "0")}: ${index === 3 ? escaped(UNBROKEN) : `The service may fail in region ${index}`}`,
      `- Severity: ${probability * impact}\n- Probability: ${probability}\n- Impact: ${impact}\n- Owner: DCC`,
      "The mitigation goes on.",
    ].join("\n\n");
  });
}

function measures(meeting) {
  const period = meeting.date.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
  return ["DCC", "CSP N", "CSP C&S"].flatMap((provider, index) =>
    [1, 2].map((number) =>
      [
        `### CPM${number}: Code Performance Measure ${number}, ${provider.replace("&", "\\&")}, ${period}`,
        `- Provider: ${provider}\n- Period: ${period}\n- Value: ${(70 + ((meeting.index * 7 + index * 3 + number) % 30)).toFixed(2)}%\n- Target: 99%\n- Minimum: 90%`,
      ].join("\n\n"),
    ),
  );
}

function reviews(meeting) {
  const status = (index) => ["Red", "Amber", "Green"][(index + Math.floor(meeting.index / 3)) % 3];
  return Array.from({ length: 8 }, (_, index) =>
    [
      `### LSC ${index + 1}: ${index === 2 ? LONG : `The criterion ${index + 1}`}`,
      `- Release: November ${2020 + (meeting.index >= 12 ? 1 : 0)}\n- Status: ${status(index)}`,
    ].join("\n\n"),
  );
}
