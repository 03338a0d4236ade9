# What `build --profile` measures, where it may go, and who may read it.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
cat > content/pages/secret.md <<'END'
+++
classification = "amber"
status = "final"
title = "Secret"
+++

Kept back.
END

expect_status 0 "$PROGRAM" build --jobs 2 --profile
cp "$WORK/err.txt" "$WORK/table.txt"
for stage in "reading files" "reading labels" "judging consistency" "  clearing" "reading records" \
             "rendering pages" "auditing" "writing files" "in all" "peak memory"; do
  expect_in "$WORK/table.txt" "$stage"
done
# Into a log goes nothing of what is withheld, not even how much there is of it.
expect_not_in "$WORK/table.txt" "secret"
expect_not_in "$WORK/table.txt" "count"

[ "$(stat -c %a opsg-site-profile.json)" = 600 ] || fail "others may read the trace"
python3 - opsg-site-profile.json <<'END'
import json, sys
events = json.load(open(sys.argv[1]))["traceEvents"]
spans = [event for event in events if event["ph"] == "X"]
subjects = {(span["name"], span["args"].get("subject")) for span in spans if span["cat"] == "step"}
assert {("page", "about/"), ("files", "feed.xml"), ("search", "feed.xml")} <= subjects, subjects
stages = {span["name"]: span for span in spans if span["cat"] == "stage"}
pages = [span for span in spans if span["name"] == "page"]
assert stages["rendering pages"]["args"]["count"] == len(pages) > 5, len(pages)
begin, length = stages["rendering pages"]["ts"], stages["rendering pages"]["dur"]
assert all(begin <= page["ts"] and page["ts"] + page["dur"] <= begin + length for page in pages)
END

# The site is the same as without.
digest public > "$WORK/with"
rm -rf public
"$PROGRAM" build --quiet
digest public > "$WORK/without"
cmp "$WORK/with" "$WORK/without"

# On a terminal, counts; with --quiet no table, but the trace; a file that is there is replaced.
script -qec "'$PROGRAM' build --profile=there.json" "$WORK/terminal" </dev/null >/dev/null
expect_in "$WORK/terminal" "count"
echo old > there.json
chmod 644 there.json
expect_status 0 "$PROGRAM" build --quiet --profile=there.json
[ ! -s "$WORK/err.txt" ] || fail "--quiet printed a table"
expect_in there.json traceEvents
[ "$(stat -c %a there.json)" = 600 ] || fail "others may read the replaced trace"

# Never where it would be served, whether or not the folder is there yet.
mkdir -p public/sub
for place in public/profile.json public/sub/profile.json ./public/../public/x.json; do
  expect_status 2 "$PROGRAM" build --profile="$place"
  expect_in "$WORK/err.txt" "which is served"
done
rmdir public/sub
expect_status 2 "$PROGRAM" build --audience members --profile=public/profile.json
expect_in "$WORK/err.txt" "which is served"
expect_status 2 "$PROGRAM" build --audience members --profile=members/profile.json
expect_in "$WORK/err.txt" "which is served"
[ ! -e members ] || fail "a refused build wrote something"

# A build that fails tells its time all the same; a file that cannot be written is a failure.
expect_status 4 "$PROGRAM" build --quiet --profile=missing/profile.json
expect_in "$WORK/err.txt" "cannot write missing/profile.json: No such file or directory"
sed -i 's/amber/ambre/' content/pages/secret.md
rm opsg-site-profile.json
expect_status 1 "$PROGRAM" build --quiet --profile
expect_in opsg-site-profile.json "reading labels"
