# What is not the program's is refused, untouched.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
refused() {
  expect_status 2 "$PROGRAM" build --output-dir "$1"
  expect_in "$WORK/err.txt" "opsg-site: "
}
sources=$(digest content)
refused /
refused "$HOME"
refused content
refused .
refused ..
refused content/meetings
[ "$(digest content)" = "$sources" ] || fail "content was touched"

mkdir mine && echo precious > mine/letter.txt
refused mine
[ "$(cat mine/letter.txt)" = precious ] || fail "a foreign file was touched"

expect_status 0 "$PROGRAM" build
echo precious > public/letter.txt
before=$(digest public)
expect_status 2 "$PROGRAM" build
expect_in "$WORK/err.txt" "letter.txt"
[ "$(digest public)" = "$before" ] || fail "a foreign file was touched"
rm public/letter.txt
expect_status 0 "$PROGRAM" build

expect_status 0 "$PROGRAM" build --audience parties --output-dir other
expect_status 2 "$PROGRAM" build --output-dir other
expect_in "$WORK/err.txt" "parties"
ln -s public link
refused link
