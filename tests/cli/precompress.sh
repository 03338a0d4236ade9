# A target with compressed copies: they hold what the pages hold, and go with them.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
cd site
cat >>site.toml <<'T'

[publish.targets.web]
kind = "directory"
path = "../www"
precompress = true
T
expect_status 0 "$PROGRAM" publish --no-verify-live
served=../www/current
for page in index.html about/index.html $(cd $served && ls assets/site.*.css); do
  python3 - "$served/$page" <<'P' || fail "$page.gz is not $page"
import gzip, sys
assert gzip.open(sys.argv[1] + ".gz").read() == open(sys.argv[1], "rb").read()
P
  [ -s "$served/$page.br" ] || fail "no $page.br"
done
expect_in $served/.opsg-site-manifest "  index.html.gz"
expect_status 0 "$PROGRAM" verify $served
[ ! -e public/index.html.gz ] || fail "the output folder has copies"

# The same site has the same copies: there is nothing to do.
expect_status 0 "$PROGRAM" publish --no-verify-live
expect_in "$WORK/out.txt" " 0 files uploaded, 0 removed"

# What is withdrawn goes with its copies; what is changed has new ones.
rm content/pages/about.md
expect_status 0 "$PROGRAM" publish --no-verify-live
[ ! -e $served/about ] || fail "copies of a withdrawn page are left"
expect_status 0 "$PROGRAM" verify $served

# A target that is no longer to have them loses them.
sed -i '/^precompress/d' site.toml
expect_status 0 "$PROGRAM" publish --no-verify-live
[ -z "$(find -L $served -name '*.gz' ! -path '*/assets/*' -o -name '*.br' ! -path '*/assets/*')" ] ||
  fail "copies are left"
expect_status 0 "$PROGRAM" publish --no-verify-live
expect_status 0 "$PROGRAM" verify $served
