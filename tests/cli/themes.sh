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
