# The search of a preview: its index is made when it is asked for, and is that of a build.
. "$(dirname "$0")/lib.sh"
STAND_IN=$3

"$PROGRAM" init -q site
cd site
printf '\n[search]\nengine = "pagefind"\n' >>site.toml
# Counts how often it is run.
printf '#!/bin/sh\necho run >>"%s/runs.txt"\nexec "%s" "$@"\n' "$WORK" "$STAND_IN" >"$WORK/pagefind"
chmod +x "$WORK/pagefind"
export OPSG_PAGEFIND=$WORK/pagefind

port=$(free_port)
url=http://127.0.0.1:$port
"$PROGRAM" serve --port $port >"$WORK/serve.out" 2>"$WORK/serve.err" &
server=$!
trap 'kill "$server" 2>/dev/null || true; rm -rf "$WORK"' EXIT
wait_until grep -q "^Preview at" "$WORK/serve.out"

curl -s "$url/search/" >"$WORK/search.html"
expect_in "$WORK/search.html" '<form class="search"'
[ ! -e "$WORK/runs.txt" ] || fail "an index was made before anybody searched"

"$PROGRAM" build -q --base-url "$url/" --output-dir "$WORK/built"
rm "$WORK/runs.txt"
count=0
while read -r file; do
  curl -s "$url/$file" | cmp - "$WORK/built/$file" || fail "$file is another one"
  count=$((count + 1))
done < <(cd "$WORK/built" && find pagefind -type f)
[ "$count" -gt 3 ] || fail "only $count files"
[ "$(wc -l <"$WORK/runs.txt")" -eq 1 ] || fail "the index was made more than once"
[ "$(curl -s -o /dev/null -w '%{http_code}' "$url/pagefind/none.js")" = 404 ] || fail "no 404"

# A change of the records is in the index as soon as somebody searches again.
printf '\nA word like zyzzyva.\n' >>content/meetings/2026-01-15-first-meeting/headlines.md
wait_until grep -q "^Rebuilt" "$WORK/serve.out"
"$PROGRAM" build -q --base-url "$url/" --output-dir "$WORK/built"
for file in $(cd "$WORK/built" && find pagefind -type f); do
  curl -s "$url/$file" | cmp - "$WORK/built/$file" || fail "$file is another one"
done
gunzip -c "$WORK"/built/pagefind/fragment/* | grep -q zyzzyva || fail "the word is not in the index"

# A search program that fails ends nothing.
export OPSG_PAGEFIND=/no/such/program
kill -TERM "$server"
wait "$server" || fail "it did not end well"
"$PROGRAM" serve --port $port >"$WORK/serve.out" 2>"$WORK/serve.err" &
server=$!
wait_until grep -q "^Preview at" "$WORK/serve.out"
[ "$(curl -s -o "$WORK/failed.html" -w '%{http_code}' "$url/pagefind/pagefind.js")" = 500 ] || fail "an index"
expect_in "$WORK/failed.html" "cannot run /no/such/program"
[ "$(grep -c "cannot run /no/such/program" "$WORK/serve.err")" -eq 1 ] || fail "not told once"
[ "$(curl -s -o /dev/null -w '%{http_code}' "$url/")" = 200 ] || fail "no site"
[ "$(curl -s -o /dev/null -w '%{http_code}' "$url/feed.xml")" = 200 ] || fail "no feed"
