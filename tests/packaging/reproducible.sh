# Packed again at another time, in another folder, time zone and locale, it has the same bytes.
. "$(dirname "$0")/lib.sh"
SOURCE_DATE_EPOCH=$(dpkg-deb --ctrl-tarfile "$PACKAGE" | tar -tv --utc --full-time -f - ./control |
  awk '{ print $4, $5, "UTC" }' | date -f - +%s)
export SOURCE_DATE_EPOCH
umask 022
(cd "$WORK" && TZ=Asia/Tokyo LC_ALL=C \
  cpack --config "$BUILD/CPackConfig.cmake" -B "$WORK/again" >"$WORK/log" 2>&1) ||
  fail "$(cat "$WORK/log")"
cmp "$PACKAGE" "$WORK"/again/opsg-site_*.deb
