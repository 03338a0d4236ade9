# The files of a new meeting: what is outstanding is not typed again.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
minutes=content/meetings/2026-01-15-first-meeting/minutes.md
cat >>$minutes <<'END'

## 9. Any Other Business

(AMBER) ACTION COM 1/02: The Secretariat to ask the supplier *why*.

(WHITE) ACTION COM 1/03: Secretariat to publish a list.

- Target: 1 March 2026
END
expect_status 0 "$PROGRAM" new meeting --code 2 --date 2026-02-19
made=$(echo content/meetings/2026-02-19-*)
expect_in "$WORK/out.txt" "Wrote $made, with"
expect_in "$made/meeting.toml" 'classification = ""'
expect_in "$made/meeting.toml" 'date = 2026-02-19'
expect_in "$made/minutes.md" '## 1. Actions Outstanding'
expect_in "$made/minutes.md" '### COM 1/02: The Secretariat to ask the supplier why (AMBER)'
expect_in "$made/minutes.md" '### COM 1/03: Secretariat to publish a list'
expect_in "$made/minutes.md" '- Target: 1 March 2026'
expect_in "$made/minutes.md" '## 2. Any Other Business'

# Nothing is public, nor anything else, before somebody has decided.
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "$made/minutes.md:3:18: error[label-empty]: the label is empty"
expect_in "$WORK/err.txt" "help: the levels are white"
expect_not_in "$WORK/err.txt" "COM 1/02"
before=$(digest content)
expect_status 1 "$PROGRAM" new meeting --code 3 --date 2026-03-19
expect_in "$WORK/err.txt" "what is outstanding cannot be known before the records are mended"
expect_status 2 "$PROGRAM" new meeting --code 2 --date 2026-02-19
expect_in "$WORK/err.txt" "there is a meeting \`2\` already: $made"
[ "$(digest content)" = "$before" ] || fail "something was written"

sed -i 's/^classification = ""/classification = "white"/' "$made"/*
expect_status 0 "$PROGRAM" check
expect_status 0 "$PROGRAM" build
expect_no_trace public "why (AMBER)"
expect_no_trace public "the supplier"

# What is there stays there.
before=$(digest content)
expect_status 2 "$PROGRAM" new meeting --code 2 --date 2026-02-19
expect_in "$WORK/err.txt" "there is a meeting \`2\` already: $made"
expect_status 2 "$PROGRAM" new meeting --code 3 --date "19 March"
expect_in "$WORK/err.txt" "--date 19 March is no date; write it like 2021-01-25"
expect_status 2 "$PROGRAM" new meeting --code ../.. --date 2026-03-19
expect_status 2 "$PROGRAM" new meeting --code 3
[ "$(digest content)" = "$before" ] || fail "something was written"

# Its own standing items, a kind that was announced, and a folder that cannot be written.
printf '\n[meetings]\nstanding_items = ["Welcome", "Review of actions", "Any Other Business"]\n' >>site.toml
printf '\nnext = [{ kind = "Extraordinary", date = 2026-03-01 }]\n' >>"$made/meeting.toml"
expect_status 0 "$PROGRAM" new meeting --code 3 --date 2026-03-01 --format json
python3 -c 'import json; assert json.load(open("'"$WORK"'/out.txt"))["open_actions"] >= 2'
made=$(echo content/meetings/2026-03-01-*)
expect_in "$made/meeting.toml" 'kind = "Extraordinary"'
expect_in "$made/minutes.md" '## 2. Review of actions'
rm -r "$made"
if [ "$(id -u)" -ne 0 ]; then
  chmod a-w content/meetings
  expect_status 4 "$PROGRAM" new meeting --code 3 --date 2026-03-01
  chmod u+w content/meetings
fi
sed -i 's/standing_items/standing_itens/' site.toml
expect_status 1 "$PROGRAM" check
expect_in "$WORK/err.txt" "did you mean \`standing_items\`?"
sed -i 's/standing_itens/standing_items/' site.toml

# What was announced for a day is taken over where everybody reads it: a kind cannot be marked.
(
  "$PROGRAM" init -q ../announced && cd ../announced
  sed -i 's/^next = .*/next = [{ classification = "amber", kind = "Whistleblower hearing", date = 2026-03-03 }]/' \
    content/meetings/*/meeting.toml
  expect_status 0 "$PROGRAM" new meeting --code 3 --date 2026-03-03
  expect_in "$WORK/out.txt" "note: the kind under which 2026-03-03 was announced is labelled amber, and was not taken over"
  expect_not_in "$WORK/out.txt" "Whistleblower"
  expect_not_in content/meetings/2026-03-03-*/meeting.toml "kind"
  rm -r content/meetings/2026-03-03-*
  expect_status 0 "$PROGRAM" new meeting --code 3 --date 2026-03-03 --kind Main
  expect_in content/meetings/2026-03-03-*/meeting.toml 'kind = "Main"'
  expect_not_in "$WORK/out.txt" "announced"
)

# A draft is not public, nor is what is carried out of it. Where members see drafts, they see it.
(
  "$PROGRAM" init -q ../drafted && cd ../drafted
  sed -i -e 's/^classification = "green"/classification = "white"/' \
    -e 's/^status = "final"/status = "draft"/' content/meetings/*/minutes.md
  made=content/meetings/2026-02-19-com-2
  carried="### COM 1/01: The Secretariat to write down how actions are kept"
  expect_status 0 "$PROGRAM" new meeting --code 2 --date 2026-02-19
  expect_in $made/minutes.md "$carried (RED)"
  expect_in "$WORK/out.txt" "note: withheld from the most open level, and marked so: 1 open action."
  rm -r $made
  printf '\n[policy.audiences.members]\ndrafts = true\n' >>site.toml
  expect_status 0 "$PROGRAM" new meeting --code 2 --date 2026-02-19
  expect_in $made/minutes.md "$carried (AMBER)"
  rm -r $made

  # An embargo withholds as a draft does, until it ends.
  sed -i 's/^status = "draft"/status = "final"\nembargo = 2099-01-01T00:00:00/' \
    content/meetings/*/minutes.md
  expect_status 0 "$PROGRAM" new meeting --code 2 --date 2026-02-19
  expect_in $made/minutes.md "$carried (RED)"
  rm -r $made

  # An audience of the most closed level sees all that is marked: what it is not given stays out.
  sed -i 's/^name = "red"/name = "red"\naudience = "board"/' site.toml
  expect_status 0 "$PROGRAM" new meeting --code 2 --date 2026-02-19
  expect_not_in $made/minutes.md "COM 1/01"
  expect_in "$WORK/out.txt" "with 0 open actions carried forward."
  expect_in "$WORK/out.txt" "note: left out: 1 open action; only drafts or embargoed documents say it"
)

# What only a withheld record closes is not open, but most readers do not know.
(
  "$PROGRAM" init -q ../closed && cd ../closed
  sed -i 's/^classification = "green"/classification = "white"/' content/meetings/*/minutes.md
  mkdir content/meetings/2026-02-10-com-2
  printf 'classification = "white"\ncode = "COM/2"\ndate = 2026-02-10\n' \
    >content/meetings/2026-02-10-com-2/meeting.toml
  printf '+++\nclassification = "red"\nstatus = "final"\n+++\n\n## 1. Actions\n\n%s\n\n- Owner: Secretariat\n- Status: Closed\n' \
    "### COM 1/01: The Secretariat to write down how actions are kept" \
    >content/meetings/2026-02-10-com-2/minutes.md
  expect_status 0 "$PROGRAM" new meeting --code 3 --date 2026-03-03
  expect_in "$WORK/out.txt" "with 0 open actions carried forward."
  expect_in "$WORK/out.txt" "note: left out: 1 action, closed by what is withheld from some readers"
)

expect_status 0 "$PROGRAM" new page working-groups
expect_in content/pages/working-groups.md 'title = "Working groups"'
expect_status 2 "$PROGRAM" new page working-groups
expect_status 2 "$PROGRAM" new page ../../escaped
expect_in "$WORK/err.txt" "\`../../escaped\` is no name of a page; write it like escaped"
expect_status 2 "$PROGRAM" new
