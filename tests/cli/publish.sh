# A site is published to a folder, changed and withdrawn from; what must not go out does not.
. "$(dirname "$0")/lib.sh"

PORT=$(free_port)
ln -s www/current served
python3 -m http.server "$PORT" --bind 127.0.0.1 --directory "$WORK/served" >/dev/null 2>&1 &
SERVER=$!
trap 'kill "$SERVER" 2>/dev/null; rm -rf "$WORK"' EXIT

"$PROGRAM" init -q site
cd site
about=content/pages/about.md

expect_status 2 "$PROGRAM" publish
expect_in "$WORK/err.txt" "site.toml names no target to publish to"
expect_in "$WORK/err.txt" "[publish.targets.web]"

cat >>site.toml <<EOF

[publish.targets.web]
kind = "directory"
path = "../www"
keep = 2
EOF
sed -i "s|^base_url = .*|base_url = \"http://127.0.0.1:$PORT/\"|" site.toml

expect_status 2 "$PROGRAM" publish web2
expect_in "$WORK/err.txt" "site.toml has no target \`web2\`; it has web"

# A dry run tells what would be done, and leaves the target alone.
expect_status 0 "$PROGRAM" publish --dry-run
expect_in "$WORK/out.txt" "+ about/index.html"
expect_in "$WORK/out.txt" "would be uploaded, 0 removed"
expect_not_in "$WORK/out.txt" "not named"
[ ! -e ../www/current ] || fail "a dry run published"

expect_status 0 "$PROGRAM" publish
expect_in "$WORK/out.txt" "files as published."
[ "$(digest public)" = "$(digest ../www/current/)" ] || fail "another site is served"
(cd ../www/current && sha256sum --quiet -c .opsg-site-manifest) || fail "the manifest does not hold"

expect_status 0 "$PROGRAM" publish
expect_in "$WORK/out.txt" " 0 files uploaded, 0 removed"

# What is withdrawn is gone from outside, and the program has looked. A log that others read does not
# tell what it was.
mv $about ../about.md
expect_status 0 "$PROGRAM" publish --dry-run
expect_not_in "$WORK/out.txt" "about/"
expect_in "$WORK/out.txt" "are not named (--show-withheld names them)"
expect_status 0 "$PROGRAM" publish --dry-run --format json
expect_not_in "$WORK/out.txt" "about/"
expect_status 0 "$PROGRAM" publish --dry-run --show-withheld
expect_in "$WORK/out.txt" "- about/index.html"
expect_status 0 "$PROGRAM" publish
expect_in "$WORK/out.txt" "2 removed addresses are gone"
[ ! -e ../www/current/about ] || fail "the withdrawn page is served"

# A host that goes on serving it fails the publish; the next one looks again.
cp ../about.md $about
expect_status 0 "$PROGRAM" publish
cp -rL ../www/current ../stale
ln -sfn stale ../served
rm $about
expect_status 3 "$PROGRAM" publish --patience 0
expect_in "$WORK/err.txt" "withdrawn: 2 addresses, which are not named (--show-withheld names them)"
expect_not_in "$WORK/err.txt" "about/"
expect_status 3 "$PROGRAM" publish --patience 0 --show-withheld
expect_in "$WORK/err.txt" "withdrawn: about/index.html (http://127.0.0.1:$PORT/about/: it answers 200)"
expect_in "$WORK/err.txt" "clear its caches; then publish again"
ln -sfn www/current ../served
expect_status 0 "$PROGRAM" publish
expect_in "$WORK/out.txt" "2 removed addresses are gone"
expect_status 0 "$PROGRAM" publish
expect_not_in "$WORK/out.txt" "gone"

# A record raised from white to amber is removed everywhere.
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
sentence=$(sed -n '/^The committee/p' $headlines | head -1)
[ -n "$sentence" ] || fail "the example has no sentence to withdraw"
grep -rqF "$sentence" ../www/current || fail "the sentence is not public"
sed -i 's/^classification = "white"/classification = "amber"/' $headlines
expect_status 0 "$PROGRAM" publish
expect_no_trace ../www/current "$sentence"

# Errors of the records, a page made for a preview, a defaced target: nothing goes out.
before=$(digest ../www/current/)
sed -i 's/^classification = "amber"/classification = "ambre"/' $headlines
expect_status 1 "$PROGRAM" publish
expect_in "$WORK/err.txt" "error[label-unknown]"
sed -i 's/^classification = "ambre"/classification = "amber"/' $headlines
mkdir -p overrides/templates
sed 's|<meta charset="utf-8">|&<meta name="opsg-site-preview" content="public">|' \
  "$SOURCE/themes/plain/templates/layout.html" >overrides/templates/layout.html
expect_status 3 "$PROGRAM" publish
expect_in "$WORK/err.txt" "preview: 404.html"
rm -r overrides
echo "somebody's" >../www/notes.txt
expect_status 2 "$PROGRAM" publish
expect_in "$WORK/err.txt" "it holds notes.txt, which opsg-site did not write"
rm ../www/notes.txt
[ "$(digest ../www/current/)" = "$before" ] || fail "a refused publish touched the target"

# A password in site.toml is refused, and never repeated.
cp site.toml ../site.toml
cat >>site.toml <<EOF
[publish.targets.pages]
kind = "git"
repository = "https://robot:hunter2@git.example.org/site.git"
EOF
for command in "publish" "publish pages" "check" "build"; do
  expect_status 1 "$PROGRAM" $command
  expect_in "$WORK/err.txt" "error[publish-secret]"
  expect_not_in "$WORK/err.txt" "hunter2"
done
cp ../site.toml site.toml

# The members' site goes to its own place, at its own address.
cat >>site.toml <<EOF
[publish.targets.members]
kind = "directory"
path = "../members-www"
audience = "members"
url = "https://members.example.org/x"
EOF
expect_status 0 "$PROGRAM" publish members --no-verify-live --format json
python3 -m json.tool "$WORK/out.txt" >/dev/null || fail "not JSON"
expect_in ../members-www/current/sitemap.xml "https://members.example.org/x/"
grep -rqF "$sentence" ../members-www/current || fail "the members lack what is theirs"

ls ../www/releases | wc -l | grep -qx 2 || fail "not two releases are kept"
