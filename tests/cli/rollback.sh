# Going back to an earlier release, under today's policy: what was withdrawn does not come back.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
sentence="The committee met for the first time."

publish() { expect_status 0 "$PROGRAM" publish --no-verify-live "$@"; }
rollback() { "$PROGRAM" rollback --no-verify-live "$@"; }
serves() { readlink ../www/current | grep -q "^releases/$1-" || fail "$(readlink ../www/current), not $1"; }

cat >>site.toml <<EOF

[publish.targets.web]
kind = "directory"
path = "../www"

[publish.targets.pages]
kind = "git"
repository = "../pages.git"
EOF

expect_status 2 rollback
expect_in "$WORK/err.txt" "has no release before the one that is served"
expect_status 2 rollback pages
expect_in "$WORK/err.txt" "the target \`pages\` keeps no releases to go back to"

publish
sed -i 's/^The committee met/&, in the morning,/' $headlines
publish
sed -i 's/, in the morning,//' $headlines
printf '\n## 2. Next meeting\n\nThe next meeting is in February.\n' >>$headlines
publish
serves 0003
expect_status 0 rollback --list
[ "$(cut -c1-6 <"$WORK/out.txt" | tr '\n' ' ')" = "* 0003   0002   0001 " ] ||
  fail "$(cat "$WORK/out.txt")"

# What the second release says is said in other words today: it could have been withdrawn.
expect_status 3 rollback
expect_in "$WORK/err.txt" "shows what is not public any more, or not in these words and this order:"
expect_in "$WORK/err.txt" "meetings/2026-01-15-first-meeting/headlines, item 1: 1 passage"
serves 0003

# Nor does a whole item come back that says more today: what was added may be what it belongs to.
sed -i 's/^The COM \*\*agreed/It rained.\n\n&/' $headlines
expect_status 3 rollback --to 1
expect_in "$WORK/err.txt" "headlines, item 1: 3 passages, in another order today or with others among them"
serves 0003
sed -i '/^It rained/,+1d' $headlines

# All of the first is public today. It is served from one moment to the next, and published over.
expect_status 0 rollback --to 1
expect_in "$WORK/out.txt" "web: serves the release 0001-"
serves 0001
expect_status 0 rollback --list --format json
python3 -m json.tool "$WORK/out.txt" >/dev/null || fail "not JSON"
publish
serves 0004

# A record raised from white to amber: no earlier release comes back, and the reason is told.
sed -i 's/^classification = "white"/classification = "amber"/' $headlines
publish
serves 0005
expect_no_trace ../www/current "$sentence"
for release in 0001 0002 0003 0004; do
  [ -e ../www/releases/$release-* ] || continue
  expect_status 3 rollback --to $release
  expect_in "$WORK/err.txt" "meetings/2026-01-15-first-meeting/headlines"
  expect_in "$WORK/err.txt" "what was withdrawn does not come back"
  expect_not_in "$WORK/err.txt" "$sentence"
  expect_not_in "$WORK/err.txt" "amber"
done
expect_status 3 rollback --to 4 --show-withheld
expect_in "$WORK/err.txt" "(now labelled amber)"
serves 0005
expect_no_trace ../www/current "$sentence"

# The audit looks at the release itself, whatever its list of passages says.
sed -i 's/^classification = "amber"/classification = "white"/' $headlines
publish
serves 0006
sed -i 's/^classification = "white"/classification = "amber"/' $headlines
publish
serves 0007
old=$(echo ../www/releases/0006-*)
cp public/data/passages.json $old/data/passages.json
(cd $old && grep '^#' .opsg-site-manifest >../m &&
  grep -v '^#' .opsg-site-manifest | cut -c67- | xargs -d '\n' sha256sum >>../m &&
  mv ../m .opsg-site-manifest)
expect_status 3 rollback --to 6
expect_in "$WORK/err.txt" "error[audit-leak]"
expect_in "$WORK/err.txt" "holds what is withheld today"
serves 0007

# A release that is not what it was is not served again; nor one of which there is none.
echo defaced >>$old/index.html
expect_status 3 rollback --to 6
expect_in "$WORK/err.txt" "is not what it was: changed: index.html"
expect_status 2 rollback --to 99
expect_in "$WORK/err.txt" "has no release \`99\`"
serves 0007
