# How many threads there are changes nothing: not the site, and not what is said of the records.
. "$(dirname "$0")/lib.sh"
"$SOURCE/bench/make_corpus" site --meetings 40 --bytes 4096
cd site

built_by() { "$PROGRAM" build --quiet --jobs "$1" --output-dir "$WORK/by-$1" 2>"$WORK/said-$1"; }

for jobs in 1 2 8; do built_by "$jobs"; done
for jobs in 2 8; do
  diff -r "$WORK/by-1" "$WORK/by-$jobs" || fail "--jobs $jobs gives another site"
  cmp "$WORK/said-1" "$WORK/said-$jobs"
done

# Faults in many records, found at different stages: warnings first, then errors.
for minutes in content/meetings/*-opsg-*[27]/minutes.md; do
  sed -i 's/^- Status: Open$/- Status: Half open/; s/^- Owner: .*$/- Owner: Nobody known/' "$minutes"
done
for minutes in content/meetings/*-opsg-*[38]/minutes.md; do
  sed -i 's/^- Raised: .*$/- Raised: 31 February 1950/' "$minutes"
done
said_by() { "$PROGRAM" check --all --show-withheld --format "$2" --jobs "$1" >"$3" 2>&1 || true; }
for format in human json; do
  for jobs in 1 2 8; do said_by "$jobs" "$format" "$WORK/found-$format-$jobs"; done
  [ "$(grep -c . "$WORK/found-$format-1")" -gt 100 ] || fail "too little is wrong to compare"
  cmp "$WORK/found-$format-1" "$WORK/found-$format-2"
  cmp "$WORK/found-$format-1" "$WORK/found-$format-8"
done
