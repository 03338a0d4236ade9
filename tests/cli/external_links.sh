# check --external: what is dead is an error at its line, and only what the audience sees is fetched.
. "$(dirname "$0")/lib.sh"
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY

mkdir server
mkfifo "$WORK/hold"
python3 "$SOURCE/tests/web/link_server.py" "$WORK/server" <"$WORK/hold" >"$WORK/ports" &
exec 9>"$WORK/hold"
wait_until test -s "$WORK/ports"
read -r port _ <"$WORK/ports"
host="http://127.0.0.1:$port"

"$PROGRAM" init -q site
cd site
meeting=content/meetings/2026-01-15-first-meeting
cat >> $meeting/headlines.md <<T

See [one]($host/200), [two]($host/404#part) and
[three]($host/503).

(GREEN) Those who may read this see [four]($host/410).
T
sed -i "s|^(WHITE) ACTION|See [five]($host/410/minutes).\n\n&|" $meeting/minutes.md

expect_status 0 "$PROGRAM" check
[ ! -e "$WORK/server/log" ] || fail "check fetched something without --external"

expect_status 1 "$PROGRAM" check --external
expect_in "$WORK/err.txt" "error[dead-link]: \`$host/404#part\` is dead: it answers 404"
expect_in "$WORK/err.txt" "warning[link-unverified]: \`$host/503\` may be dead: it answers 503"
line=$(grep -n '404#part' $meeting/headlines.md | cut -d: -f1)
expect_in "$WORK/err.txt" "$meeting/headlines.md:$line:"
expect_in "$WORK/out.txt" "3 links to other sites: 1 dead, 1 uncertain."
expect_not_in "$WORK/server/log" /410

expect_status 1 "$PROGRAM" check --external --audience parties
expect_in "$WORK/server/log" "HEAD /410"
# What is green is not told in a log, which others read.
expect_not_in "$WORK/err.txt" "/410"

expect_status 2 "$PROGRAM" check --external --audience nobody
expect_status 1 "$PROGRAM" check --external --format json
python3 - "$WORK/out.txt" <<'P'
import json, sys
found = json.load(open(sys.argv[1]))
assert found == {"errors": 1, "warnings": 1,
                 "external_links": {"tried": 3, "dead": 1, "unverified": 1}}, found
P

# A silenced warning is silent, and a misspelt one is an error.
printf '\n[warnings]\noff = ["link-unverified"]\n' >> site.toml
expect_status 1 "$PROGRAM" check --external
expect_not_in "$WORK/err.txt" link-unverified
sed -i 's/link-unverified/link-unverifed/' site.toml
expect_status 1 "$PROGRAM" check --external
expect_in "$WORK/err.txt" "error[unknown-warning]: there is no warning \`link-unverifed\`"
expect_in "$WORK/err.txt" "help: did you mean \`link-unverified\`?"
expect_in "$WORK/out.txt" "Links to other sites were not tried: mend the errors first."
