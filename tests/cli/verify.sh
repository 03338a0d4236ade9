# verify: a folder, and what is served, against their manifest; each difference is told.
. "$(dirname "$0")/lib.sh"
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY

"$PROGRAM" init -q site
cd site
"$PROGRAM" build -q
cp -r public kept
files=$(find public -type f ! -name .opsg-site-manifest | wc -l)

expect_status 0 "$PROGRAM" verify public
expect_in "$WORK/out.txt" "public is what its manifest says: $files files for the audience \`public\`."
expect_status 0 "$PROGRAM" verify public --audience public

# Needs no sources, and no site.
(cd / && "$PROGRAM" verify -q "$WORK/site/public")

echo x >> public/index.html
rm public/404.html
echo precious > public/letter.txt
expect_status 3 "$PROGRAM" verify public
cat > "$WORK/expected.txt" <<'T'
opsg-site: public is not what it should be: 3 differences
  missing: 404.html
  changed: index.html
  foreign: letter.txt
  help: publish it again
  help: remove what opsg-site did not write, or name it with --leave
T
diff <(sed -e '$d' "$WORK/err.txt") "$WORK/expected.txt" || fail "differences are told otherwise"
[ ! -s "$WORK/out.txt" ] || fail "differences are no result"

expect_status 3 "$PROGRAM" verify public --leave letter.txt --format json
python3 - "$WORK/out.txt" "$files" <<'P'
import json, sys
found = json.load(open(sys.argv[1]))
files = int(sys.argv[2])
assert found == {"place": "public", "audience": "public", "files": files, "equal": files - 2,
                 "differences": [{"kind": "missing", "path": "404.html", "reason": ""},
                                 {"kind": "changed", "path": "index.html", "reason": ""}]}, found
P

# What cannot be verified, and why.
expect_status 3 "$PROGRAM" verify kept --audience members
expect_in "$WORK/err.txt" "it is for the audience \`public\`, not for \`members\`"
expect_status 3 "$PROGRAM" verify content
expect_in "$WORK/err.txt" "manifest: .opsg-site-manifest (there is none)"
expect_status 4 "$PROGRAM" verify nowhere
expect_in "$WORK/err.txt" "cannot open nowhere: No such file or directory"
expect_status 2 "$PROGRAM" verify
expect_status 2 "$PROGRAM" verify kept --since kept
expect_status 2 "$PROGRAM" verify kept --public-key nonsense
expect_status 2 "$PROGRAM" verify "https://user:hunter2@committee.example/"
expect_not_in "$WORK/err.txt" hunter2

# The same of what is served.
mkdir "$WORK/server" && cp -r kept "$WORK/server/site"
mkfifo "$WORK/hold"
python3 "$SOURCE/tests/publishing/site_server.py" "$WORK/server" <"$WORK/hold" >"$WORK/port" &
exec 9>"$WORK/hold"
wait_until test -s "$WORK/port"
site="http://127.0.0.1:$(cat "$WORK/port")"

expect_status 0 "$PROGRAM" verify "$site"
expect_in "$WORK/out.txt" "$site is what its manifest says: $files files for the audience \`public\`."
expect_in "$WORK/out.txt" "Files that the manifest does not name cannot be seen from outside."

echo hacked > "$WORK/server/site/index.html"
expect_status 3 "$PROGRAM" verify "$site"
expect_in "$WORK/err.txt" "changed: index.html"
cp kept/index.html "$WORK/server/site"

# A host that serves no dot files, and a manifest that is known otherwise.
rm "$WORK/server/site/.opsg-site-manifest"
expect_status 3 "$PROGRAM" verify "$site"
expect_in "$WORK/err.txt" "manifest: .opsg-site-manifest (it answers 404)"
expect_in "$WORK/err.txt" "or name the manifest of what was published with --manifest"
expect_status 0 "$PROGRAM" verify "$site" --manifest kept
expect_status 0 "$PROGRAM" verify "$site" --manifest kept/.opsg-site-manifest

# What an earlier release had must be gone.
rm -r public && rm -r content/meetings/2026-01-15-first-meeting && "$PROGRAM" build -q
rm -r "$WORK/server/site" && cp -r public "$WORK/server/site"
expect_status 0 "$PROGRAM" verify "$site" --since kept
mkdir -p "$WORK/server/site/meetings/2026-01-15-first-meeting"
echo late > "$WORK/server/site/meetings/2026-01-15-first-meeting/index.html"
expect_status 0 "$PROGRAM" verify "$site"
expect_status 3 "$PROGRAM" verify "$site" --since kept
expect_in "$WORK/err.txt" "withdrawn: meetings/2026-01-15-first-meeting/index.html ($site/meetings/2026-01-15-first-meeting/: it answers 200)"
expect_in "$WORK/err.txt" "help: empty the host's cache"

exec 9>&-
expect_status 4 "$PROGRAM" verify "$site"
expect_in "$WORK/err.txt" "its host refuses the connection"
