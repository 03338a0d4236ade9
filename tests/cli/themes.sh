# A site that changes its look: the documented override, a theme that inherits, and mistakes.
. "$(dirname "$0")/lib.sh"

expect_status 0 "$PROGRAM" init site
cd site
expect_status 0 "$PROGRAM" build
expect_in public/404.html "withdrawn"

# The example of docs/themes.md.
mkdir -p overrides/templates
awk '/^```html$/ { on = 1; next } /^```$/ { if (on) exit } on' "$SOURCE/docs/themes.md" \
  >overrides/templates/404.html
expect_status 0 "$PROGRAM" build
expect_in public/404.html "The secretariat of"
expect_not_in public/404.html "withdrawn"

# Pages load style sheets by names that tell what they hold, with hashes that are true.
style=$(grep -o 'assets/tokens\.[0-9a-f]*\.css' public/index.html | head -1)
[ -s "public/$style" ] || fail "no style sheet at $style"
hash=$(openssl dgst -sha384 -binary "public/$style" | base64 -w0)
expect_in public/index.html "integrity=\"sha384-$hash\""
mkdir -p overrides/assets
echo ':root { color-scheme: light }' >overrides/assets/tokens.css
expect_status 0 "$PROGRAM" build
[ ! -e "public/$style" ] || fail "the old style sheet is still there"

# The program's own theme, copied whole, changes nothing.
plain=$(digest public)
mkdir -p themes
cp -r "$SOURCE/themes/plain" themes/plain
expect_status 0 "$PROGRAM" build
[ "$plain" = "$(digest public)" ] || fail "a copy of the theme changed the site"
rm -r themes/plain

# A theme of one file.
mkdir -p themes/ours/templates
sed -i '/^theme/d' site.toml
sed -i '1i theme = "ours"' site.toml
printf 'name = "ours"\ninherits = "plain"\nstylesheets = ["tokens.css"]\n' >themes/ours/theme.toml
echo '<p>{{page.site.title}}</p>' >themes/ours/templates/glossary.html
expect_status 0 "$PROGRAM" build
expect_in public/glossary/index.html "<p>"
expect_not_in public/glossary/index.html "<html"
expect_in public/404.html "The secretariat of"

# What is withheld does not go out by the theme either: typed into it, or as a file.
before=$(digest public)
meeting=content/meetings/2026-01-15-first-meeting
printf '\n(AMBER) The supplier means to leave the contract in autumn.\n' >>$meeting/headlines.md
mkdir -p overrides/assets overrides/templates
printf 'Figures of one supplier, in confidence.\n' >$meeting/figures.txt
cat >>$meeting/meeting.toml <<EOF

[[attachments]]
file = "figures.txt"
title = "Figures"
classification = "amber"
sha256 = "$(sha256sum $meeting/figures.txt | cut -d' ' -f1)"
EOF
expect_status 0 "$PROGRAM" build
withheld_by_theme() { # PLACE
  expect_status 3 "$PROGRAM" build --show-withheld
  expect_in "$WORK/err.txt" "error[audit-leak]"
  expect_in "$WORK/err.txt" "note: it is in $1"
  expect_in "$WORK/err.txt" "take it out of the site's own theme"
}
echo '<p>The supplier means to leave the contract in autumn.</p>' >overrides/templates/404.html
withheld_by_theme 404.html
rm overrides/templates/404.html
cp $meeting/figures.txt overrides/assets/annex.txt
withheld_by_theme assets/annex.txt
rm overrides/assets/annex.txt
[ "$before" = "$(digest public)" ] || fail "what is withheld changed the site"

# Mistakes leave the site as it was.
before=$(digest public)
printf 'name = "ours"\ninherits = "ours"\n' >themes/ours/theme.toml
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "themes/ours/theme.toml:2:12: error[theme-cycle]"
printf 'name = "ours"\ninherits = "other"\n' >themes/ours/theme.toml
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "themes/ours/theme.toml:2:12: error[theme-missing]"
printf 'name = "ours"\ninherits = "plain"\n' >themes/ours/theme.toml
echo '{{page.titel}}' >overrides/templates/404.html
expect_status 1 "$PROGRAM" build
expect_in "$WORK/err.txt" "overrides/templates/404.html:1:1: error[template-unknown-name]"
[ "$before" = "$(digest public)" ] || fail "a broken theme changed the site"
