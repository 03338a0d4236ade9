# The corpora of bench/ build without a word, are the same for the same seed, and say the same to each
# reader.
. "$(dirname "$0")/lib.sh"
body() { awk 'fences == 2 { print } /^\+\+\+$/ { ++fences }' "$1"; }
make_corpus() { "$SOURCE/bench/make_corpus" "$@"; }

make_corpus product --meetings 12
make_corpus again --meetings 12
make_corpus other --meetings 12 --seed 2
diff -r product again || fail "two corpora of one seed differ"
! diff -rq product other >/dev/null || fail "another seed changed nothing"

for reader in product plain; do
  [ -d "$reader" ] || make_corpus "$reader" --meetings 12 --for "$reader"
  expect_status 0 "$PROGRAM" build --config "$reader/site.toml" --output-dir "$reader/public"
  [ ! -s "$WORK/err.txt" ] || fail "$reader: $(cat "$WORK/err.txt")"
  [ "$(find "$reader/public/meetings" -path '*-opsg-*' -name index.html | wc -l)" -eq 12 ] ||
    fail "$reader has not a page a meeting"
done
# The product has all that there is to measure; the plain site only what a blog has.
for page in actions/opsg-1-01 risks/risk-002 reviews measures decisions/noted references/mp; do
  find product/public -path "*$page*" -name index.html | grep -q . || fail "no page for $page"
done
[ ! -e plain/public/actions ] && [ ! -e plain/public/decisions/noted ] || fail "the plain site has more"

# The same text for Hugo, whose front matter is another.
make_corpus hugo --meetings 12 --for hugo
for minutes in plain/content/meetings/*/minutes.md; do
  folder=$(dirname "$minutes")
  cmp <(body "$minutes") <(body "hugo/content/meetings/${folder##*/}.md")
done
make_corpus marked --meetings 12 --withheld 1
[ "$(grep -r '(AMBER)$' marked/content | wc -l)" -gt 40 ] || fail "nothing is withheld"
