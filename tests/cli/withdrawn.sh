# A record that was deleted, and one that was raised to amber, leave nothing behind.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
meeting=content/meetings/2026-02-19-second-meeting
mkdir -p $meeting
cat > $meeting/meeting.toml <<'T'
classification = "white"
code = "2"
kind = "Main"
date = 2026-02-19
T
cat > $meeting/headlines.md <<'T'
+++
classification = "white"
status = "final"
+++

## 1. Zanzibar

The COM **AGREED** to meet in Zanzibar.

ACTION COM 2/01: The Secretariat to book Zanzibar.
T
"$PROGRAM" build -q
grep -rqF Zanzibar public || fail "the record is not there"
[ -e public/meetings/2026-02-19-second-meeting/index.html ] || fail "no page"

sed -i 's/^classification = "white"/classification = "amber"/' $meeting/headlines.md
"$PROGRAM" build -q
expect_no_trace public Zanzibar
! grep -rqF --exclude-dir=content Zanzibar . || fail "a copy is left beside the output"
[ ! -e public/actions/com-2-01 ] || fail "the action's page is left"

rm -r $meeting
"$PROGRAM" build -q
[ ! -e public/meetings/2026-02-19-second-meeting ] || fail "the meeting's page is left"
