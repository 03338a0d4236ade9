# Everything wrong at once: each finding with its place, a caret and a help line; the old site stays.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
expect_status 0 "$PROGRAM" build
before=$(digest public)

meeting=content/meetings/2026-01-15-first-meeting
mkdir -p themes && cp -r "$SOURCE/themes/plain" themes/plain
sed -i 's/^title = /titel = /' site.toml
sed -i 's/^classification = "white"/classification = "whte"/' $meeting/headlines.md
sed -i 's/^date = 2026-01-15/date = "soon"/' $meeting/meeting.toml
echo '{{#actoins}}x{{/actoins}}' >> themes/plain/templates/home.html

expect_status 1 "$PROGRAM" build --show-withheld
[ "$(digest public)" = "$before" ] || fail "the old site was touched"
for place in 'site.toml:2:1: error[' "$meeting/headlines.md:2:18: error[" \
  "$meeting/meeting.toml:4:8: error[" 'themes/plain/templates/home.html:'; do
  expect_in "$WORK/err.txt" "$place"
done
expect_in "$WORK/err.txt" "^~~"
errors=$(grep -c ': error\[' "$WORK/err.txt")
helps=$(grep -c '^  help: ' "$WORK/err.txt")
[ "$errors" -ge 4 ] && [ "$helps" -ge "$errors" ] || fail "$errors errors, $helps help lines"

# What is wrong with a theme is told in logs as well: themes are public.
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" 'no view here has `actoins`'

expect_status 1 "$PROGRAM" build --format json
python3 -c 'import json; d=json.load(open("'"$WORK"'/err.txt"))["diagnostics"]; assert len(d) >= 4 and all(e["code"] for e in d)'
expect_status 1 "$PROGRAM" check

# A meeting.toml that cannot be read hides nothing that is wrong in its minutes.
sed -i 's/^classification = .*/classification = /' $meeting/meeting.toml
printf '\nACTION: somebody to do something.\n' >>$meeting/minutes.md
expect_status 1 "$PROGRAM" check --show-withheld
expect_in "$WORK/err.txt" "$meeting/meeting.toml:1:"
rm -rf themes
sed -i 's/^titel = /title = /' site.toml
expect_status 1 "$PROGRAM" check --show-withheld
expect_in "$WORK/err.txt" "error[id-missing]"
expect_status 1 "$PROGRAM" check
expect_not_in "$WORK/err.txt" "somebody"
