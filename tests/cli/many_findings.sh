# Thousands of findings are cut to what a person reads; programs and --all get every one.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
for i in $(seq 120); do echo "[x](nowhere-$i.md)"; done >> content/pages/about.md
expect_status 1 "$PROGRAM" check
[ "$(grep -c 'error\[broken-link\]' "$WORK/err.txt")" -eq 100 ] || fail "not 100 findings"
expect_in "$WORK/err.txt" "... and 20 more errors: --all prints them"
expect_status 1 "$PROGRAM" build --all
[ "$(grep -c 'error\[broken-link\]' "$WORK/err.txt")" -eq 120 ] || fail "not 120 findings"
expect_not_in "$WORK/err.txt" "more errors"
expect_status 1 "$PROGRAM" check --format json
python3 -c 'import json; assert len(json.load(open("'"$WORK"'/err.txt"))["diagnostics"]) == 120'

# The summary of a build that goes through, for programs.
sed -i '/nowhere-/d' content/pages/about.md
expect_status 0 "$PROGRAM" build --format json
python3 - "$WORK/out.txt" <<'P'
import json, sys
summary = json.load(open(sys.argv[1]))
assert set(summary) == {"folder", "audience", "pages", "files", "changed", "removed", "seconds"}
assert summary["pages"] > 5 and summary["changed"] == summary["files"] > summary["pages"]
P
expect_status 0 "$PROGRAM" build
expect_in "$WORK/out.txt" " 0 changed, 0 removed; "
expect_not_in "$WORK/out.txt" "Not shown whole"
# A folder that must not be written is refused before anything is rendered or reported.
echo "[x](nowhere.md)" >> content/pages/about.md
expect_status 2 "$PROGRAM" build --output-dir content
expect_not_in "$WORK/err.txt" broken-link
