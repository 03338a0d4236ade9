#!/usr/bin/env bash
# A second build of the same does nothing, and whatever changes leads to a build whose output is that
# of a build from nothing: nothing_changed.sh PROGRAM SOURCE
. "$(dirname "$0")/lib.sh"

expect_status 0 "$PROGRAM" init site
cd site
stamp=.public.opsg-standby/stamp

# The stamp is written or removed by every build.
builds() { stat -c '%i %z' "$stamp" 2>/dev/null || true; }

expect_built() {
  local before
  before=$(builds)
  sleep 0.02 # the file system's clock goes in steps
  expect_status 0 "$PROGRAM" build "$@"
  [ -z "$(builds)" ] || [ "$(builds)" != "$before" ] || fail "not built: $LAST_CHANGE"
  "$PROGRAM" build --no-cache --output-dir ../clean "$@" >/dev/null 2>&1 || fail "no clean build: $LAST_CHANGE"
  diff -r public ../clean >"$WORK/diff.txt" || fail "not the clean build: $LAST_CHANGE ($(head -5 "$WORK/diff.txt"))"
}

expect_nothing_done() {
  expect_status 0 "$PROGRAM" build --profile="$WORK/trace.json" "$@"
  expect_not_in "$WORK/err.txt" "rendering"
  expect_in "$WORK/out.txt" " 0 changed, 0 removed"
}

# Nor is a record read, once the records have been left alone for two seconds.
expect_nothing_read() {
  expect_nothing_done "$@"
  expect_not_in "$WORK/err.txt" "reading files"
}

leave_alone() {
  sleep 2.1
  expect_nothing_done
  expect_nothing_read
}

LAST_CHANGE="the first build"
expect_built
pages=$(grep -o '[0-9]* pages' "$WORK/out.txt")
LAST_CHANGE="none"
expect_nothing_done
expect_in "$WORK/out.txt" "$pages"
[ "$(stat -c %a "$stamp")" = 600 ] || fail "others can read the stamp"

LAST_CHANGE="other times, the same bytes"
find content site.toml -exec touch {} +
expect_nothing_done

record=$(find content/meetings -name '*.md' | LC_ALL=C sort | head -1)
changes=(
  "a record|printf '\nOne more line.\n' >>$record"
  "a page more|mkdir -p content/pages; printf '+++\nclassification = \"white\"\ntitle = \"Added\"\n+++\n\nText.\n' >content/pages/added.md"
  "its name|mv content/pages/added.md content/pages/other.md"
  "a page less|rm content/pages/other.md"
  "the site's title|sed -i 's/^title = .*/title = \"Another title\"/' site.toml"
  "an override|mkdir -p overrides/assets && echo 'main{color:#123456}' >overrides/assets/more.css"
  "an override less|rm -r overrides"
  "a page of the output, by hand|echo x >>public/index.html"
  "a file less in the output|rm public/index.html"
  "a file's permissions in the output|chmod 600 public/index.html"
)
for change in "${changes[@]}"; do
  LAST_CHANGE=${change%%|*}
  eval "${change#*|}"
  expect_built
  expect_nothing_done
done

page=content/pages/about.md
LAST_CHANGE="nothing for a while"
leave_alone
LAST_CHANGE="other bytes of the same length, and the old time of writing"
touch -r "$page" ../time
sed -i '$s/.$/#/' "$page"
touch -r ../time "$page"
expect_built
leave_alone
LAST_CHANGE="another file in its place, of the same length and time"
sed '$s/.$/%/' "$page" >../other.md
touch -r "$page" ../other.md
mv ../other.md "$page"
expect_built
leave_alone
LAST_CHANGE="a page more, and its folder's old time"
touch -r content/pages ../time
printf '+++\nclassification = "white"\ntitle = "Added"\n+++\n\nText.\n' >content/pages/added.md
touch -r ../time content/pages
expect_built
leave_alone
LAST_CHANGE="an editor's file that is no source"
touch "$(dirname "$record")/.minutes.md.swp"
expect_nothing_done
leave_alone

for letter in A B C D E F G H I J K L; do
  LAST_CHANGE="$letter, at once after a build"
  sed -i "\$s/.\$/$letter/" "$page"
  expect_status 0 "$PROGRAM" build
  "$PROGRAM" build --no-cache --output-dir ../clean >/dev/null 2>&1 || fail "no clean build"
  diff -r public ../clean >/dev/null || fail "not the clean build: $LAST_CHANGE"
done

LAST_CHANGE="an option"
expect_built --as-of 2021-01-01
expect_nothing_done --as-of 2021-01-01
expect_built --base-url https://elsewhere.example/
expect_built
expect_nothing_done

LAST_CHANGE="--no-cache"
before=$(builds)
sleep 0.02
expect_status 0 "$PROGRAM" build --no-cache
[ "$(builds)" = "$before" ] || fail "--no-cache keeps a stamp"

LAST_CHANGE="errors"
cp "$record" ../kept.md
printf '\n(AMBRE) A slip of a marking.\n' >>"$record"
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "error["
cp ../kept.md "$record"
expect_nothing_done

LAST_CHANGE="a file that leads to a warning"
echo "nobody lists it" >"$(dirname "$record")/unlisted.txt"
expect_built
expect_status 0 "$PROGRAM" build
cp "$WORK/err.txt" ../warned.txt
expect_in ../warned.txt "warning[attachment-unlisted]"
expect_nothing_done
expect_status 0 "$PROGRAM" build
cmp -s ../warned.txt "$WORK/err.txt" || fail "what was found is not told again"
expect_status 0 "$PROGRAM" build --format json
expect_in "$WORK/err.txt" '"code": "attachment-unlisted"'

for damage in "printf x >$stamp" "head -c 40 $stamp >../cut && cp ../cut $stamp" "chmod 644 $stamp"; do
  LAST_CHANGE="a damaged stamp: $damage"
  expect_status 0 "$PROGRAM" build
  sleep 0.02
  expect_status 0 "$PROGRAM" build
  eval "$damage"
  expect_status 0 "$PROGRAM" build
  expect_in "$WORK/err.txt" "note: what was kept of the last build is damaged or another user's; everything is built"
  expect_nothing_done
done
