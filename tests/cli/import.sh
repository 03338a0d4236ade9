# A secretary brings documents in: reads, is told, labels, checks; imports again.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init site >/dev/null
cd site

cat > "$WORK/minutes.txt" <<'TEXT'
This document is classified as White.

Example Committee Meeting

25 January 2021, COM_41_2501

13:20 – 15:35

Teleconference

Final Minutes

1. Reports

The COM considered 17 reports of the December losses and of their causes.

The COM **NOTED** the report.

ACTION COM 41/01: The Secretariat to report on the losses.
TEXT
cat > "$WORK/headlines.txt" <<'TEXT'
This document is classified as White.

Example Committee Meeting 41_2501

25 January 2021, 13:20 – 15:35

Meeting Headlines

1. Reports: The COM considered 18 reports of the December losses and of their causes.
TEXT
FOLDER=content/meetings/2021-01-25-com-41

# Parties and terms may have labels.
cp content/parties.toml "$WORK/parties.toml"
printf '\n[[party]]\nname = "Quagga Metering"\nclassification = "amber"\n' >>content/parties.toml
expect_status 0 "$PROGRAM" import --dry-run "$WORK/minutes.txt"
cp "$WORK/parties.toml" content/parties.toml

# A dry run tells and writes nothing.
before=$(digest .)
expect_status 0 "$PROGRAM" import --dry-run "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "$FOLDER/"
expect_in "$WORK/out.txt" "to be written"
[ "$before" = "$(digest .)" ] || fail "a dry run wrote something"

# Both documents: one folder, every word accounted for, their difference told, no label.
expect_status 0 "$PROGRAM" import --show-withheld "$WORK/minutes.txt" "$WORK/headlines.txt"
expect_in "$WORK/err.txt" 'warning[headlines-differ]: "18" here, but "17" where the minutes say the same'
expect_in "$WORK/out.txt" "2 documents of 1 meeting: 3 files written, 0 unchanged, 0 kept as they are."
expect_not_in "$WORK/out.txt" "ADD UP"
for file in meeting.toml headlines.md minutes.md; do
  expect_in "$FOLDER/$file" 'classification = ""'
done
expect_in "$FOLDER/minutes.md" "ACTION COM 41/01:"
expect_status 1 "$PROGRAM" check
expect_in "$WORK/err.txt" "error[label-empty]"
[ -z "$(find content -name '.*')" ] || fail "something was left behind"

# Without a terminal, text without a label is not quoted.
rm -r "$FOLDER"
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt" "$WORK/headlines.txt"
expect_in "$WORK/err.txt" "warning[headlines-differ]"
expect_not_in "$WORK/err.txt" "18"

# Again: unchanged, with a label as well.
imported=$(digest .)
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt" "$WORK/headlines.txt"
expect_in "$WORK/out.txt" "0 files written, 3 unchanged"
[ "$imported" = "$(digest .)" ] || fail "importing again changed something"
sed -i 's/classification = ""/classification = "white"/' "$FOLDER"/*
labelled=$(digest .)
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "2 unchanged"
[ "$labelled" = "$(digest .)" ] || fail "importing again changed a label"

# The meeting's folder may have any name.
mv "$FOLDER" content/meetings/winter
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "2 unchanged"
[ ! -e "$FOLDER" ] || fail "the meeting has a second folder"
mv content/meetings/winter "$FOLDER"
expect_status 0 "$PROGRAM" check
expect_in "$WORK/err.txt" "headlines-differ"
expect_status 0 "$PROGRAM" build --quiet

# A person's edits stay: refused, or shown.
echo "A remark." >> "$FOLDER/minutes.md"
edited=$(digest .)
expect_status 1 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/err.txt" "error[import-kept]"
expect_status 0 "$PROGRAM" import --merge --show-withheld "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "--- $PWD/$FOLDER/minutes.md"
expect_in "$WORK/out.txt" "-A remark."
expect_status 0 "$PROGRAM" import --merge "$WORK/minutes.txt"
expect_in "$WORK/out.txt" "$PWD/$FOLDER/minutes.md: not as the import would write it"
expect_not_in "$WORK/out.txt" "remark"
[ "$edited" = "$(digest .)" ] || fail "an import changed what a person wrote"

# JSON for programs.
expect_status 0 "$PROGRAM" import --format json --merge "$WORK/minutes.txt"
python3 - "$WORK" <<'PYTHON'
import json, sys
out = json.load(open(sys.argv[1] + "/out.txt"))
[document] = out["documents"]
words = document["words"]
assert document["reconciles"], document
assert words["source"] == words["written"] + words["dropped"] + words["unresolved"] > 20, words
states = {file["name"]: file["state"] for file in out["meetings"][0]["files"]}
assert states["minutes.md"] == "kept as it is", states
json.load(open(sys.argv[1] + "/err.txt"))["diagnostics"]
PYTHON

# What is hostile is refused, and nothing is written for it.
rm -r "$FOLDER"
before=$(digest .)
head -c 100000000 /dev/zero | tr '\0' 'x' > "$WORK/large.txt"
head -c 5000 /dev/urandom > "$WORK/binary.docx"
printf '%%PDF-1.7\ntruncated' > "$WORK/truncated.pdf"
: > "$WORK/empty.txt"
ln -s /nowhere "$WORK/link.txt"
printf 'PK\003\004 no archive' > "$WORK/broken.docx"
for file in large.txt binary.docx truncated.pdf empty.txt link.txt broken.docx missing.pdf; do
  expect_status 1 timeout 60 "$PROGRAM" import "$WORK/$file"
  expect_in "$WORK/err.txt" "$file: error[import-"
  [ "$before" = "$(digest .)" ] || fail "$file left something behind"
done
expect_status 1 "$PROGRAM" import content
expect_status 2 "$PROGRAM" import
expect_status 2 "$PROGRAM" import -x.txt

# Hostile names are names.
cp "$WORK/minutes.txt" ./-x.txt
expect_status 0 "$PROGRAM" import -- -x.txt
rm -r "$FOLDER" ./-x.txt
name=$'$(touch hacked)\n\033[31m.txt'
cp "$WORK/minutes.txt" "$WORK/$name"
expect_status 0 "$PROGRAM" import "$WORK/$name"
[ ! -e hacked ] || fail "a file's name was run"
! grep -q $'\033' "$WORK/out.txt" "$WORK/err.txt" || fail "a file's name drives the terminal"
rm -r "$FOLDER"

# One bad file does not keep the others out.
expect_status 1 "$PROGRAM" import "$WORK/minutes.txt" "$WORK/empty.txt"
[ -s "$FOLDER/minutes.md" ] || fail "the good document was not imported"
expect_in "$WORK/out.txt" "1 file could not be read."
rm -r "$FOLDER"

# A missing helper is named with the command that installs it.
mkdir "$WORK/no-helpers"
printf '%%PDF-1.4\n' > "$WORK/a.pdf"
expect_status 1 env PATH="$WORK/no-helpers" "$PROGRAM" import "$WORK/a.pdf"
expect_in "$WORK/err.txt" "import-helper-missing"
expect_in "$WORK/err.txt" "apt-get install poppler-utils"

# Word as pandoc writes it gives the same record as the text.
expect_status 0 "$PROGRAM" import "$WORK/minutes.txt"
mv "$FOLDER/minutes.md" "$WORK/from-text.md"
rm -r "$FOLDER"
pandoc -f markdown -t docx -o "$WORK/minutes.docx" "$WORK/minutes.txt"
expect_status 0 "$PROGRAM" import "$WORK/minutes.docx"
diff "$WORK/from-text.md" "$FOLDER/minutes.md" || fail "Word gives another record than text"
rm -r "$FOLDER"

# --into another folder; one that is not there is a mistake.
mkdir elsewhere
expect_status 0 "$PROGRAM" import --into elsewhere "$WORK/minutes.txt"
[ -s "elsewhere/meetings/2021-01-25-com-41/minutes.md" ] || fail "--into was not obeyed"
expect_status 2 "$PROGRAM" import --into nowhere "$WORK/minutes.txt"
ln -s "$WORK" content/meetings/2021-01-25-com-41
expect_status 1 "$PROGRAM" import "$WORK/minutes.txt"
expect_in "$WORK/err.txt" "is in the way"

# The address of who received a link is told to nobody, in no file and no message.
LINK='https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa&data=02%7C01%7Cwho%40example.org%7C1&reserved=0'
cat > "$WORK/tracked.txt" <<TEXT
Example Committee Meeting 42_2502

25 February 2021

Final Minutes

1. Reports

ACTION COM 42/01: The Secretariat to comment on $LINK by 4 March.
TEXT
expect_status 0 "$PROGRAM" import --show-withheld "$WORK/tracked.txt"
expect_in "$WORK/err.txt" "tracked.txt:9:"
expect_not_in "$WORK/err.txt" "who%40"
expect_not_in "$WORK/out.txt" "who%40"
expect_no_trace content "who%40"
expect_in content/meetings/2021-02-25-com-42/minutes.md "https://example.org/a"

# A paper for the meeting does not become its headlines.
printf 'COM Meeting 77\n\n25 January 2024\n\nPaper 3: Supplier\n\n1. Purpose\n\nThe supplier is late.\n' >"$WORK/paper.txt"
expect_status 1 "$PROGRAM" import "$WORK/paper.txt"
expect_in "$WORK/err.txt" "error[import-no-kind]"
! ls content/meetings | grep -q 2024 || fail "a paper became a record"
