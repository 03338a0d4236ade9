# Others read the log of a CI system: what is withheld is not quoted in it.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
minutes=content/meetings/2026-01-15-first-meeting/minutes.md
cat >> $minutes <<'T'

### Risk 002: Zanzibar may be withheld

- Severity: unbearable
T
expect_status 1 "$PROGRAM" check
expect_in "$WORK/err.txt" "$minutes:"
expect_in "$WORK/err.txt" "error["
expect_not_in "$WORK/err.txt" Zanzibar
expect_not_in "$WORK/err.txt" unbearable
expect_status 1 "$PROGRAM" check --format json
expect_not_in "$WORK/err.txt" unbearable
expect_status 1 "$PROGRAM" check --show-withheld
expect_in "$WORK/err.txt" unbearable

# Nor is what it would take withheld text to know, though all that is told of may be read by everybody.
cd "$WORK"
rm -rf site && "$PROGRAM" init -q site && cd site
first=content/meetings/2026-01-15-first-meeting
meeting() { # FOLDER CODE DATE LEVEL TEXT
  mkdir -p "content/meetings/$1"
  printf 'classification = "%s"\ncode = "%s"\ndate = %s\n' "$4" "$2" "$3" >"content/meetings/$1/meeting.toml"
  printf '+++\nclassification = "%s"\nstatus = "final"\n+++\n\n%s\n' "$4" "$5" >"content/meetings/$1/headlines.md"
}
expect_hidden() { # CODE WORDS
  expect_in "$WORK/err.txt" "[$1]: concerns text that is withheld from the public"
  expect_not_in "$WORK/err.txt" "$2"
  "$PROGRAM" check --show-withheld 2>"$WORK/all.txt" || true
  expect_in "$WORK/all.txt" "$2"
}

# The name of a party that everybody may almost know.
printf '\n[[party]]\nclassification = "amber"\nname = "Zanzibar Telecoms"\n' >>content/parties.toml
printf '\nACTION COM 1/02: The Committee to report.\n\n- Owner: Zanzibar Telecom\n' >>$first/headlines.md
"$PROGRAM" check 2>"$WORK/err.txt" || true
expect_hidden party-unknown "Zanzibar Telecoms"

# What a register is called, and how its ids are made.
cat >>site.toml <<'T'

[registers.whistle]
classification = "amber"
title = "Whistleblower log"
id = 'WB/\d{2}'
T
printf '\n### WB/1: words\n' >>$first/headlines.md
"$PROGRAM" check 2>"$WORK/err.txt" || true
expect_hidden id-malformed "Whistleblower log"

# What is missing, where less is missing than everybody sees.
cd "$WORK"
rm -rf site && "$PROGRAM" init -q site && cd site
printf '\n(AMBER) ACTION COM 1/02: The Committee to meet.\n\nACTION COM 1/04: The Committee to report.\n' >>$first/headlines.md
expect_status 0 "$PROGRAM" check
expect_hidden action-number-gap "no record has COM 1/03"

# What was held in place of a meeting that everybody expected.
meeting 2026-02-20-com-2 COM/2 2026-02-20 amber words
expect_status 0 "$PROGRAM" check
expect_hidden announced-not-held "moved_from = 2026-02-19"
rm -r content/meetings/2026-02-20-com-2

# What everybody can see is told in full, though something is withheld.
printf '\nACTION COM 1/09: The Committee to wait.\n' >>$first/headlines.md
expect_status 0 "$PROGRAM" check
expect_in "$WORK/err.txt" "no record has COM 1/05 to COM 1/08"

# The same to those who read the findings by a program.
"$PROGRAM" check --format json 2>"$WORK/err.txt"
expect_not_in "$WORK/err.txt" "no record has COM 1/03"
expect_in "$WORK/err.txt" "no record has COM 1/05 to COM 1/08"
