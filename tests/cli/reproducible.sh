# The same input gives the same bytes, whatever the surroundings.
. "$(dirname "$0")/lib.sh"

mkdir -p one/themes
cp -r "$SOURCE/content" "$SOURCE/site.toml" one/
cp -r "$SOURCE/themes/plain" one/themes/
# Another path, its files made in another order.
mkdir -p "two/a longer path"
(cd one && find . -type f | LC_ALL=C sort -r) | while read -r file; do
  mkdir -p "two/a longer path/$(dirname "$file")"
  cp "one/$file" "two/a longer path/$file"
done

(cd one && umask 022 && TZ=UTC LC_ALL=C "$PROGRAM" build -q --jobs 1 --base-url https://x.example/)
(cd "two/a longer path" && umask 077 && TZ=Pacific/Auckland LC_ALL=tr_TR.UTF-8 LANG=tr_TR.UTF-8 \
  "$PROGRAM" build -q --jobs 8 --base-url https://x.example/)
[ "$(digest one/public)" = "$(digest "two/a longer path/public")" ] || fail "the bytes differ"

before=$(find one/public -name '*.html' -printf '%p %T@\n' | sort)
(cd one && "$PROGRAM" build -q --base-url https://x.example/)
[ "$(find one/public -name '*.html' -printf '%p %T@\n' | sort)" = "$before" ] ||
  fail "a build that changes nothing writes files"
