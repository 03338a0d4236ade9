# Others read the log of a CI system: what is withheld is not quoted in it.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
minutes=content/meetings/2026-01-15-first-meeting/minutes.md
cat >> $minutes <<'T'

### Risk 002: Zanzibar may be withheld

- Severity: unbearable
T
expect_status 1 "$PROGRAM" check
expect_in "$WORK/err.txt" "$minutes:"
expect_in "$WORK/err.txt" "error["
expect_not_in "$WORK/err.txt" Zanzibar
expect_not_in "$WORK/err.txt" unbearable
expect_status 1 "$PROGRAM" check --format json
expect_not_in "$WORK/err.txt" unbearable
expect_status 1 "$PROGRAM" check --show-withheld
expect_in "$WORK/err.txt" unbearable
