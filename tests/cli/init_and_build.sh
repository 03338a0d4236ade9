# A newcomer: help, init, build, check, version.
. "$(dirname "$0")/lib.sh"

expect_status 0 "$PROGRAM" --help
for command in build check explain import init version; do expect_in out.txt "$command"; done
expect_status 0 "$PROGRAM" build --help
for option in --config --output-dir --base-url --audience --as-of --jobs --quiet --color --format; do
  expect_in out.txt "$option"
done
expect_status 0 "$PROGRAM" version
expect_in out.txt "opsg-site "
expect_status 0 "$PROGRAM" version --format json
python3 -c 'import json; json.load(open("out.txt"))["version"]'

expect_status 2 "$PROGRAM"
expect_status 2 "$PROGRAM" bild
expect_in "$WORK/err.txt" 'there is no command `bild`; did you mean `build`?'
expect_status 2 "$PROGRAM" new meting
expect_in "$WORK/err.txt" 'there is no command `meting`; did you mean `meeting`?'
expect_status 2 "$PROGRAM" xyzzy
expect_in "$WORK/err.txt" 'there is no command `xyzzy`'
expect_not_in "$WORK/err.txt" "did you mean"
expect_status 2 "$PROGRAM" build --colour
expect_status 2 "$PROGRAM" build
expect_in err.txt "opsg-site init"

expect_status 0 "$PROGRAM" init site
expect_status 2 "$PROGRAM" init site
expect_in err.txt "is not empty"
cd site
expect_status 0 "$PROGRAM" check
expect_status 0 "$PROGRAM" build
[ -s public/index.html ] || fail "no home page"
[ ! -s "$WORK/err.txt" ] || fail "the starter site has warnings: $(cat "$WORK/err.txt")"
expect_in public/actions/index.html "COM 1/01"
expect_in public/risks/index.html "Risk 001"
expect_no_trace public "These minutes are green"
expect_status 0 "$PROGRAM" build --audience parties
expect_no_trace public "These minutes are green"
grep -rqF "These minutes are green" parties || fail "parties lack the minutes"
expect_status 2 "$PROGRAM" build --audience nobody
expect_in "$WORK/err.txt" "public"
expect_status 2 "$PROGRAM" build --audience ""
expect_in "$WORK/err.txt" "--audience: an audience has a name, as the policy has it"
for command in build diff; do
  expect_status 2 "$PROGRAM" $command --base-url nonsense
  expect_in "$WORK/err.txt" '--base-url: `nonsense` is no absolute URL of a site; write one such as'
done
expect_status 2 "$PROGRAM" build --as-of yesterday
expect_status 0 "$PROGRAM" build --as-of 2026-03-01
expect_status 0 "$PROGRAM" build --as-of today --quiet
[ ! -s "$WORK/out.txt" ] || fail "--quiet talks"
