# A preview as its user has it: save, look, break it, mend it, as another audience, and end it.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
page=meetings/2026-01-15-first-meeting/
printf '\n(AMBER) The supplier is **late**.\n' >>$headlines

start() { # ARGUMENTS...: sets `server` and `url`.
  : >"$WORK/serve.out"
  "$PROGRAM" serve "$@" >"$WORK/serve.out" 2>"$WORK/serve.err" &
  server=$!
  for _ in $(seq 200); do
    url=$(sed -n 's/^Preview at \(http.*\) until.*/\1/p' "$WORK/serve.out")
    [ -n "$url" ] && return
    sleep 0.05
  done
  fail "no preview: $(cat "$WORK/serve.err")"
}

stop() { # SIGNAL
  local status=0
  kill -"$1" "$server"
  wait "$server" || status=$?
  [ "$status" -eq 0 ] || fail "SIG$1 ended it with status $status"
}

get() { curl -s --max-time 20 "$@"; }
status_of() { get -o "$WORK/body.txt" -w '%{http_code}' --path-as-is "$@"; }

# shown TEXT CURL_ARGUMENTS...: waits until the page holds the text.
shown() {
  local text=$1
  shift
  for _ in $(seq 200); do
    get "$@" | grep -qF -- "$text" && return
    sleep 0.05
  done
  fail "never shown: $text at $*"
}

trap 'kill "$server" 2>/dev/null || true; rm -rf "$WORK"' EXIT
port=$(free_port)
start --port $port
[ "$url" = "http://127.0.0.1:$port/" ] || fail "the address is $url"

# What is saved is shown, with the marker that no published page has.
shown '<meta name="opsg-site-preview"' "$url"
printf '\nA paragraph just written.\n' >>$headlines
shown "A paragraph just written." "$url$page"
grep -q "^Rebuilt for public in [0-9]* ms: [0-9]* pages\? changed\.$" "$WORK/serve.out" ||
  fail "no word on the rebuild: $(cat "$WORK/serve.out")"

# What only programs read is made when it is asked for, of what is saved by then.
"$PROGRAM" build -q --base-url "$url" --output-dir "$WORK/built"
for file in data/passages.json feed.xml calendar.ics; do
  get "$url$file" | cmp - "$WORK/built/$file" || fail "$file is another one"
done
expect_in "$WORK/built/data/passages.json" "A paragraph just written."

# An error stands over the last good page, in the words of the terminal, until it is mended.
cp $headlines "$WORK/good.md"
printf '\n(AMBRE) Text.\n' >>$headlines
shown "This site has errors" "$url$page"
shown "A paragraph just written." "$url$page"
expect_in "$WORK/serve.err" "error["
code=$(sed -n 's/.*error\[\([a-z-]*\)\].*/\1/p' "$WORK/serve.err" | head -1)
shown "error[$code]" "$url$page"
cp "$WORK/good.md" $headlines
for _ in $(seq 100); do
  get "$url$page" | grep -q "This site has errors" || break
  sleep 0.05
done
get "$url$page" >"$WORK/mended.html"
expect_not_in "$WORK/mended.html" "This site has errors"
expect_not_in "$WORK/mended.html" "supplier"

# Another audience, in the same browser.
get -c "$WORK/jar" -o /dev/null "${url}_opsg-site/audience/members?back=/$page"
shown "The supplier is <strong>late</strong>." -b "$WORK/jar" "$url$page"
get "$url$page" >"$WORK/public.html"
expect_not_in "$WORK/public.html" "supplier"

# Nobody else gets anything, and nothing but the site.
[ "$(status_of -H "Host: evil.example:$port" "$url")" = 421 ] || fail "another host is answered"
[ "$(status_of -X POST "$url")" = 405 ] || fail "POST is answered"
for path in ../site.toml %2e%2e/site.toml ..%2fsite.toml site.toml content/glossary.toml $headlines; do
  case $(status_of "$url$path") in
    400 | 404) expect_not_in "$WORK/body.txt" "classification" ;;
    *) fail "$path is answered" ;;
  esac
done
[ ! -e public ] || fail "the preview wrote a folder"

# A second preview takes another port, unless it was asked for this one.
expect_status 4 "$PROGRAM" serve --port $port
expect_in "$WORK/err.txt" "cannot listen on 127.0.0.1, port $port"
stop TERM

start
stop INT

# Misuse is told before anything is served.
expect_status 2 "$PROGRAM" serve --audience nobody
expect_in "$WORK/err.txt" "the policy has no audience \`nobody\`"
expect_status 2 "$PROGRAM" serve --bind nohost
expect_in "$WORK/err.txt" '--bind wants an IP address of this machine, not `nohost`'
expect_status 2 "$PROGRAM" serve --bind 0.0.0.0 --editor
expect_status 2 "$PROGRAM" serve --bind 0.0.0.0 --audience members
expect_in "$WORK/err.txt" "beyond this machine only the site for \`public\` is shown"
expect_status 2 "$PROGRAM" serve --config nowhere/site.toml

# Beyond this machine there is a warning, and no other audience.
start --port $port --bind 0.0.0.0
expect_in "$WORK/serve.err" "warning: anybody in the network can read what is previewed"
[ "$url" = "http://localhost:$port/" ] || fail "the address is $url"
for file in "" feed.xml calendar.ics data/passages.json; do
  get "http://127.0.0.1:$port/$file" >"$WORK/linked.txt"
  expect_not_in "$WORK/linked.txt" "http://0.0.0.0"
  expect_not_in "$WORK/linked.txt" "http://localhost"
done
expect_in "$WORK/linked.txt" "http://127.0.0.1:$port/"
shown "Preview: public" "$url$page"
get "$url$page" >"$WORK/open.html"
expect_not_in "$WORK/open.html" "_opsg-site/audience"
[ "$(status_of "${url}_opsg-site/audience/members")" = 404 ] || fail "another audience can be chosen"
get -H "Cookie: opsg-site-audience-$port=members" "$url$page" >"$WORK/open.html"
expect_not_in "$WORK/open.html" "supplier"
stop TERM

# A site that begins with errors is shown as soon as they are mended.
printf 'nonsense = [' >>site.toml
start --port $port
[ "$(status_of "$url")" = 500 ] || fail "no page of errors"
expect_in "$WORK/body.txt" "error[toml-syntax]"
sed -i '/^nonsense/d' site.toml
shown "<title>" "$url"
for _ in $(seq 100); do
  [ "$(status_of "$url")" = 200 ] && break
  sleep 0.05
done
[ "$(status_of "$url")" = 200 ] || fail "the mended site is not shown"
stop TERM

# An editor sees what is withheld, and which rule decided it.
start --port $port --editor
shown "amber, by block-marking: $headlines:" "$url$page"
shown "The supplier is <strong>late</strong>." "$url$page"
stop TERM

# Nothing of a preview comes into what is built.
expect_status 0 "$PROGRAM" build
expect_no_trace public "opsg-site-preview"
expect_no_trace public "_opsg-site"
expect_no_trace public "opsg-withheld"
expect_no_trace public "supplier"
