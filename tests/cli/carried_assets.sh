# What releases leave to the next ones, for browsers that hold pages of theirs.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
cat >>site.toml <<EOF

[publish.targets.web]
kind = "directory"
path = "../www"
EOF

# The style sheet of the last release stays for one more; a file that no page names does not, nor one
# with a text that is withheld by now, nor where somebody else has signed what is there.
minisign -G -W -p "$WORK/ours.pub" -s "$WORK/ours.key" >/dev/null
minisign -G -W -p "$WORK/theirs.pub" -s "$WORK/theirs.key" >/dev/null
with_style() { # TEXT: publishes it in the style sheet.
  mkdir -p overrides/assets
  { cat "$SOURCE/themes/plain/assets/site.css"; echo "/* $1 */"; } >overrides/assets/site.css
  expect_status 0 "$PROGRAM" publish --no-verify-live
}
sheets() { ls ../www/current/assets | grep -c '^site\..*\.css$'; }
with_style "The treasurer means to resign in autumn."
echo "Notes." >overrides/assets/notes.txt
with_style "another"
[ "$(sheets)" -eq 2 ] || fail "the last release's style sheet is gone"
rm overrides/assets/notes.txt
with_style "The treasurer means to resign in autumn."
[ ! -e ../www/current/assets/notes.txt ] || fail "a file that no page names is carried"
headlines=content/meetings/2026-01-15-first-meeting/headlines.md
cp $headlines ../headlines.md
printf '\n(AMBER) The treasurer means to resign in autumn.\n' >>$headlines
with_style "yet another"
expect_no_trace ../www/current "means to resign"
[ "$(sheets)" -eq 1 ] || fail "a style sheet with a withheld text is carried"
cp ../headlines.md $headlines
OPSG_SITE_MINISIGN_KEY=$WORK/ours.key with_style "signed"
minisign -S -s "$WORK/theirs.key" -m ../www/current/.opsg-site-manifest >/dev/null
OPSG_SITE_MINISIGN_KEY=$WORK/ours.key with_style "signed by us"
[ "$(sheets)" -eq 1 ] || fail "a stranger's style sheet is carried"
OPSG_SITE_MINISIGN_KEY=$WORK/ours.key with_style "signed by us again"
[ "$(sheets)" -eq 2 ] || fail "the last signed release's style sheet is gone"
