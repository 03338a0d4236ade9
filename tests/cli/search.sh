# Search: found, missing, failing; the bytes are the same whatever the surroundings.
. "$(dirname "$0")/lib.sh"
STAND_IN=$3

mkdir -p one/node_modules two
cp -r "$SOURCE/content" one/
grep -v '^\[search\]\|^engine' "$SOURCE/site.toml" >one/site.toml
cd one

expect_status 0 env -u OPSG_PAGEFIND PATH=/usr/bin:/bin "$PROGRAM" build
[ ! -e public/search ] || fail "a search that nobody asked for"
printf '\n[search]\nengine = "lunr"\n' >>site.toml
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "error[search-engine-unknown]"
sed -i 's/lunr/pagefind/' site.toml

expect_status 0 env -u OPSG_PAGEFIND PATH=/usr/bin:/bin "$PROGRAM" build
expect_in "$WORK/err.txt" "warning[search-not-installed]"
expect_in public/search/index.html "Look it up in a list"
[ ! -e public/pagefind ] || fail "an index without a search program"

expect_status 0 env OPSG_PAGEFIND="$STAND_IN" "$PROGRAM" build
expect_not_in "$WORK/err.txt" "search-"
[ -s public/pagefind/pagefind.js ] || fail "no search program"
ls public/pagefind/fragment/*.pf_fragment >/dev/null
[ ! -e public/pagefind/pagefind-ui.js ] || fail "files that nothing needs"
whole=$(digest public)

expect_status 4 env OPSG_PAGEFIND=/no/such/program "$PROGRAM" build
expect_in "$WORK/err.txt" "cannot run /no/such/program: No such file or directory"
expect_status 4 env OPSG_PAGEFIND=/bin/false "$PROGRAM" build --format json
expect_in "$WORK/err.txt" "/bin/false ended unexpectedly"
[ "$(digest public)" = "$whole" ] || fail "a failed search changed the site"
[ -z "$(find . -name '.*standby*' -newer site.toml -type f -name '*.pf_*' -print -quit)" ] ||
  fail "files of an index were left"

sed 's/^VERSION = .*/VERSION = "0.0.1"/' "$STAND_IN" >"$WORK/older"
chmod +x "$WORK/older"
expect_status 0 env OPSG_PAGEFIND="$WORK/older" "$PROGRAM" build --output-dir "$WORK/older-site"
expect_in "$WORK/err.txt" "warning[search-version]: this is version \`0.0.1\` of Pagefind"

mkdir -p "$WORK/two/another path"
(find . -path ./public -prune -o -type f -print | LC_ALL=C sort -r) | while read -r file; do
  mkdir -p "$WORK/two/another path/$(dirname "$file")"
  cp "$file" "$WORK/two/another path/$file"
done
cd "$WORK/two/another path"
TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8 OPSG_PAGEFIND="$STAND_IN" "$PROGRAM" build -q --jobs 8
[ "$(digest public)" = "$whole" ] || fail "the bytes differ"
