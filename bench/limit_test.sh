# The limit program writes the HTML of every record, or as many bytes as a list says; it tells what it
# cannot do.
#   limit_test.sh LIMIT
set -euo pipefail
limit=$1
make_corpus=$(dirname "$(realpath "$0")")/make_corpus
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fail() { echo "FAILED: $*" >&2; exit 1; }

"$make_corpus" site --meetings 3 --for plain
"$limit" site html
[ "$(find html -name index.html | wc -l)" -eq 3 ] || fail "not a page a record"
grep -q '<h3>OPSG 1/01: ' html/1950-01-05-opsg-2/index.html || fail "no HTML of the record"
! grep -rq 'classification' html || fail "front matter is in the HTML"

printf '%s\n' '5 a/b c.html' '0 empty' > list
"$limit" site sizes list
[ "$(stat -c %s 'sizes/a/b c.html' sizes/empty | xargs)" = "5 0" ] || fail "not the sizes of the list"

echo 'x y' > list
! "$limit" site sizes list 2> err || fail "took a list without sizes"
grep -qF 'limit: list: `x y` is no size and path' err || fail "$(cat err)"
! "$limit" nowhere html 2> err || fail "took a site that is not there"
grep -qF 'limit: cannot read nowhere' err || fail "$(cat err)"
