# Where site.toml asks for approvals, nothing new goes out that nobody has approved.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
cat >>site.toml <<EOF

[publish]
require_approval = true

[publish.targets.web]
kind = "directory"
path = "../www"
EOF
publish() { "$PROGRAM" publish --no-verify-live "$@"; }

expect_status 3 publish
expect_in "$WORK/err.txt" "nobody approved"
[ ! -e ../www ] || fail "an unapproved site was published"
expect_status 0 "$PROGRAM" diff --approve "The Chair"
expect_status 0 publish
expect_status 0 publish

printf '\nA sentence that nobody has read.\n' >>content/pages/about.md
expect_status 3 publish
expect_in "$WORK/err.txt" "pages/about"
expect_no_trace ../www/current "nobody has read"
expect_status 0 "$PROGRAM" diff --approve "The Chair"
expect_status 0 publish
grep -rqF "nobody has read" ../www/current || fail "what was approved is not published"

# What site.toml calls a register is printed as well.
cp site.toml ../site.toml
sed -i 's/^title = "Action log"/title = "Actions that nobody approved"/' site.toml
expect_status 3 publish
expect_in "$WORK/err.txt" "registers"
expect_no_trace ../www/current "nobody approved"
cp ../site.toml site.toml

# What is withdrawn needs nobody's leave.
rm content/pages/about.md
expect_status 0 publish
expect_no_trace ../www/current "nobody has read"

echo "[[approval]" >>approvals.toml
expect_status 1 publish
expect_in "$WORK/err.txt" "error[toml-syntax]"
