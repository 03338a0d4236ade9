# A secretary gives an imported document a label: no more open one than the document says anywhere,
# unless she has seen that this does not concern the record.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init site >/dev/null
cd site
rm -r content/meetings/*
FOLDER=content/meetings/2021-01-25-com-41

# document BANNER PAGE-HEADER
document() {
  printf '%s\n\nExample Committee Meeting COM 41\n\n25 January 2021\n\nFinal Minutes\n\n%s\n\n' "$2" "$1"
  printf '1. Reports\n\nThe COM considered the QUAGGA.\n\f%s\n\n2. Losses\n\nThere were none.\n' "$2"
}
label() {
  sed -i "s/^classification = .*/classification = \"$1\"/" "$FOLDER"/*
}

# The level of the pages' headers stays above the label, and is what the label is held to.
document "This document is classified as White." "AMBER" >"$WORK/minutes.txt"
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt"
for file in meeting.toml minutes.md; do
  expect_in "$FOLDER/$file" "# It also says: AMBER"
done
label white
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "error[label-comment]"
expect_not_in "$WORK/err.txt" "QUAGGA"
[ ! -e public ] || fail "something was published"
label amber
expect_status 0 "$PROGRAM" build --quiet
! grep -rq QUAGGA public || fail "amber minutes were published"

# A person has judged it. Importing again changes nothing of that, and says it once more.
label white
sed -i '/It also says/d' "$FOLDER"/*
expect_status 0 "$PROGRAM" build --quiet
grep -rq QUAGGA public || fail "white minutes were not published"
labelled=$(digest content)
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "2 unchanged"
expect_in "$WORK/err.txt" "warning[import-said]"
[ "$labelled" = "$(digest content)" ] || fail "importing again changed a label"

# A document that is classified anew is no longer what was imported.
document "This document is classified as Red." "AMBER" >"$WORK/minutes.txt"
expect_status 1 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/err.txt" "error[import-kept]"
[ "$labelled" = "$(digest content)" ] || fail "an import changed a label"
