# What a release would change is told before it goes out, by place, and nothing goes unapproved that
# a sign-off is asked for.
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

The COM **AGREED** to meet in Zanzibar in the spring.

## 2. Next meeting

There is nothing to say of it.
T

# Nothing was published yet: all of it is newly public.
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "Nothing has been published yet"
expect_in ../out.txt "+ The COM AGREED to meet in Zanzibar in the spring."
"$PROGRAM" build -q
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "No passage changes; 0 pages added, 0 changed, 0 removed."
expect_status 0 "$PROGRAM" diff --fail-on any
before=$(digest public)

# What nobody approved fails where a sign-off is asked for, and passes once somebody did.
sed -i 's/in the spring/in the summer/; s/There is nothing to say of it\./It is on Thursday./' \
  $meeting/headlines.md
expect_status 0 "$PROGRAM" diff --html report.html
expect_in ../out.txt "meetings/2026-02-19-second-meeting/headlines (2)"
expect_in ../out.txt "~ The COM AGREED to meet in Zanzibar in the summer."
expect_in ../out.txt "+ It is on Thursday."
expect_in ../out.txt "1 passage newly public, 1 changed, 1 no longer public in 1 document"
expect_in ../out.txt "0 of 2 approved."
# Others read the logs of CI: what is withdrawn is told by its place alone.
expect_not_in ../out.txt "nothing to say"
expect_not_in ../out.txt "in the spring"
expect_in report.html "There is nothing to say of it."
expect_in report.html "<del>spring.</del> <ins>summer.</ins>"
expect_status 0 "$PROGRAM" diff --show-withheld
expect_in ../out.txt "- There is nothing to say of it."
expect_in ../out.txt "in the [-spring.-] {+summer.+}"
for kinds in newly-public changed newly-public,changed any; do
  expect_status 3 "$PROGRAM" diff -q --fail-on $kinds
  expect_in ../err.txt "a sign-off is missing"
done
expect_status 2 "$PROGRAM" diff --fail-on everything

number=$(grep -o -- '--expect [0-9a-f]*' report.html | cut -d' ' -f2)
expect_status 3 "$PROGRAM" diff -q --approve "COM Chair" --expect "${number/[0-9]/x}"
expect_in ../err.txt "this is not the list that was to be approved"
[ ! -e approvals.toml ] || fail "something was approved"
expect_status 2 "$PROGRAM" diff -q --approve " "
expect_status 2 "$PROGRAM" diff -q --expect "$number"
expect_in ../err.txt "--expect names the list that is to be approved: give --approve too"
[ ! -e approvals.toml ] || fail "something was approved"
expect_status 0 "$PROGRAM" diff --approve "COM Chair" --expect "$number"
expect_in ../out.txt "approvals.toml: 2 passages approved by COM Chair for the audience public"
expect_status 0 "$PROGRAM" diff --fail-on newly-public,changed
expect_in ../out.txt "2 of 2 approved."
expect_status 3 "$PROGRAM" diff -q --fail-on no-longer-public
expect_status 0 "$PROGRAM" diff -q --approve "COM Chair"
[ "$(grep -c '\[\[approval\]\]' approvals.toml)" = 1 ] || fail "approved twice"
# An approval is of a text: another one wants another.
sed -i 's/on Thursday/on Friday/' $meeting/headlines.md
expect_status 3 "$PROGRAM" diff -q --fail-on newly-public
sed -i 's/on Friday/on Thursday/' $meeting/headlines.md

# Approvals never reach the site, and comparing never touches it.
[ "$(digest public)" = "$before" ] || fail "diff changed the site"
"$PROGRAM" build -q
with=$(digest public)
mv approvals.toml ../kept.toml
"$PROGRAM" build -q
[ "$(digest public)" = "$with" ] || fail "approvals changed the site"
expect_no_trace public "COM Chair"
printf '[[approval]]\nby = "COM Chair"\nat = "today"\naudience = "public"\n' > approvals.toml
expect_status 1 "$PROGRAM" diff
expect_in ../err.txt "approvals.toml:3:6: error[approval-invalid]"
"$PROGRAM" build -q
[ "$(digest public)" = "$with" ] || fail "broken approvals changed the site"
mv ../kept.toml approvals.toml

# A record raised from white to amber is no longer public, passage by passage.
sed -i 's/^classification = "white"/classification = "amber"/' $meeting/headlines.md
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "meetings/2026-02-19-second-meeting/headlines (2): no longer public"
expect_in ../out.txt "- (paragraph)"
expect_not_in ../out.txt "Zanzibar"
expect_status 0 "$PROGRAM" diff --format json
python3 - ../out.txt <<'P'
import json, sys
diff = json.load(open(sys.argv[1]))
[document] = [d for d in diff["documents"] if d["document"].endswith("headlines")]
assert document["extent"] == "removed", document
assert {c["change"] for c in document["changes"]} == {"no-longer-public"}
assert all(c["before"] is None and c["url"] is None for c in document["changes"])
assert diff["counts"]["no_longer_public"] >= 5 and diff["pages"]["changed"] > 0
P
expect_status 0 "$PROGRAM" diff --show-withheld --format json
python3 -c 'import json; assert "Zanzibar" in json.dumps(json.load(open("../out.txt")))'
expect_status 3 "$PROGRAM" diff -q --fail-on no-longer-public

# Another audience's texts are withheld from who reads the log.
expect_status 0 "$PROGRAM" diff --audience members
expect_not_in ../out.txt "Zanzibar"
expect_in ../out.txt "+ (heading)"
expect_status 0 "$PROGRAM" diff --audience members --format json
expect_not_in ../out.txt "Zanzibar"
expect_not_in ../out.txt "zanzibar"

# Revisions, read from git's objects alone.
git init -q .
git config user.name "COM Secretariat"
git config user.email "com@example.org"
git add site.toml content
git commit -qm "Amber"
rm content/pages/about.md
printf '#!/bin/sh\ntouch %s/ran\n' "$WORK" > .git/hooks/post-checkout
printf '#!/bin/sh\ntouch %s/ran\n' "$WORK" > monitor
chmod +x monitor .git/hooks/post-checkout
git config core.fsmonitor "$PWD/monitor"
git config filter.evil.smudge "$PWD/monitor"
git config diff.evil.textconv "$PWD/monitor"
echo '* filter=evil diff=evil' > .gitattributes
sleep 1.1 # or git would write its index again, for files as young as it is
state=$(git -c core.fsmonitor= status --porcelain; stat -c %Y .git/index)
rm -f "$WORK/ran"
expect_status 0 "$PROGRAM" diff --revision HEAD
expect_in ../out.txt "Compared with revision HEAD:"
expect_in ../out.txt "pages/about: no longer public"
expect_not_in ../out.txt "headlines"
expect_status 0 "$PROGRAM" diff --against git:HEAD
expect_in ../out.txt "pages/about: no longer public"
[ ! -e "$WORK/ran" ] || fail "a program of the repository was run"
[ "$(git -c core.fsmonitor= status --porcelain; stat -c %Y .git/index)" = "$state" ] ||
  fail "the repository was touched"
for revision in nothing --all "HEAD:site.toml"; do
  expect_status 2 "$PROGRAM" diff --against "git:$revision"
  expect_in ../err.txt "there is no revision \`$revision\` in a git repository here: "
done
expect_status 2 "$PROGRAM" diff --against git:
expect_in ../err.txt "--against git: wants a revision after the colon: git:HEAD"
rm .gitattributes monitor
git -c core.fsmonitor= checkout -q HEAD -- content

# Places that hold no site, another audience's, or a damaged one.
expect_status 2 "$PROGRAM" diff --against content
expect_in ../err.txt "holds no site that opsg-site made"
expect_status 2 "$PROGRAM" diff --against nowhere
expect_in ../err.txt "is no folder"
"$PROGRAM" build -q --audience members
expect_status 2 "$PROGRAM" diff --against members
expect_in ../err.txt "is the site of the audience members, not of public"
cp -r public copy
expect_status 0 "$PROGRAM" diff --against copy
echo >> copy/data/passages.json
expect_status 4 "$PROGRAM" diff --against copy
expect_in ../err.txt "data/passages.json is not the one that .opsg-site-manifest names"
sed -i '/ data\/passages.json$/d' copy/.opsg-site-manifest
expect_status 4 "$PROGRAM" diff --against copy
expect_in ../err.txt ".opsg-site-manifest is damaged"
files=$(grep -c -E '^[0-9a-f]{64} ' copy/.opsg-site-manifest)
sed -i "s/^# files: .*/# files: $files/" copy/.opsg-site-manifest
expect_status 4 "$PROGRAM" diff --against copy
expect_in ../err.txt "made by an older opsg-site; compare with the revision"

# A published site is compared where it is served.
"$PROGRAM" build -q
port=$(free_port)
python3 -m http.server $port --bind 127.0.0.1 -d public >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$WORK"' EXIT
wait_until curl -s -o /dev/null "http://127.0.0.1:$port/"
echo 'One more sentence.' >> content/pages/about.md
expect_status 0 "$PROGRAM" diff --against http://127.0.0.1:$port
expect_in ../out.txt "pages/about"
expect_in ../out.txt "~ What the committee is for, and who sits on it. One more sentence."
expect_status 4 "$PROGRAM" diff --against http://127.0.0.1:$port/nothing/
expect_in ../err.txt "status 404"

# Where site.toml names a target, its last release is compared, as it was published at its address.
cat >> site.toml <<'T'

[publish.targets.web]
kind = "directory"
path = "../srv"
url = "https://web.example/committee/"
T
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "Nothing has been published yet"
expect_status 0 "$PROGRAM" publish --no-verify-live
expect_status 0 "$PROGRAM" diff
expect_in ../out.txt "Compared with the target web:"
expect_in ../out.txt "No passage changes; 0 pages added, 0 changed, 0 removed."

# Records with errors are compared with nothing.
echo 'broken' > $meeting/headlines.md
expect_status 1 "$PROGRAM" diff --approve "COM Chair"
expect_in ../err.txt "error["
