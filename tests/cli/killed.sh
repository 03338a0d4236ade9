# kill -9 at 200 random moments of rebuilds: the output is the old site or the new one, whole, and
# the next build heals whatever was left. SEED=N repeats a run.
. "$(dirname "$0")/lib.sh"

SEED=${SEED:-$RANDOM}
RANDOM=$SEED
echo "SEED=$SEED"

"$PROGRAM" init -q site
cd site
page=content/pages/about.md
for i in $(seq 40); do
  sed "s/What the committee is for/Page $i/" $page >content/pages/page-$i.md
done
variant() { sed -i "s/^title = .*/title = \"The $1 committee\"/" site.toml; }

variant first
"$PROGRAM" build -q
first=$(digest public)
variant second
"$PROGRAM" build -q
second=$(digest public)
[ "$first" != "$second" ] || fail "the variants are the same"

started=$(date +%s%N)
variant first && "$PROGRAM" build -q
whole=$((($(date +%s%N) - started) / 1000))

killed=0
for i in $(seq 200); do
  if [ $((i % 2)) -eq 0 ]; then variant first; else variant second; fi
  setsid "$PROGRAM" build -q &
  pid=$!
  sleep "$(printf '0.%06d' $((RANDOM * 32768 % whole + RANDOM % 1000)))"
  kill -9 "$pid" 2>/dev/null && killed=$((killed + 1))
  wait "$pid" 2>/dev/null || true
  now=$(digest public)
  [ "$now" = "$first" ] || [ "$now" = "$second" ] || fail "half a site after kill $i (SEED=$SEED)"
done
[ "$killed" -ge 50 ] || fail "only $killed builds were killed in time"

variant first
"$PROGRAM" build -q
[ "$(digest public)" = "$first" ] || fail "the next build does not heal"
! grep -rqF "second committee" .public.opsg-standby || fail "the old site is left beside the output"
echo "$killed of 200 builds were killed"
