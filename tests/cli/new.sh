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
expect_in "$WORK/err.txt" "$made/minutes.md:3:18: error[label-empty]"
before=$(digest content)
expect_status 1 "$PROGRAM" new meeting --code 3 --date 2026-03-19
expect_in "$WORK/err.txt" "what is outstanding cannot be known before the records are mended"
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

expect_status 0 "$PROGRAM" new page working-groups
expect_in content/pages/working-groups.md 'title = "Working groups"'
expect_status 2 "$PROGRAM" new page working-groups
expect_status 2 "$PROGRAM" new page ../../escaped
expect_in "$WORK/err.txt" "\`../../escaped\` is no name of a page; write it like escaped"
expect_status 2 "$PROGRAM" new
