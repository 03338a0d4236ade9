# A full disk and a parent folder that cannot be written: status 4, and the old site as it was.
. "$(dirname "$0")/lib.sh"

[ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs -o size=2m none disk 2>/dev/null ||
  { echo "SKIPPED: mounting a file system needs root"; exit 77; }
trap 'umount -l "$WORK/disk" 2>/dev/null; rm -rf "$WORK"' EXIT

"$PROGRAM" init -q site
cd site
expect_status 0 "$PROGRAM" build --output-dir ../disk/public
before=$(digest ../disk/public)

sed -i 's/^title = .*/title = "Another committee"/' site.toml
dd if=/dev/zero of=../disk/filler bs=4k 2>/dev/null || true
expect_status 4 "$PROGRAM" build --output-dir ../disk/public
expect_in "$WORK/err.txt" "No space left on device"
[ "$(digest ../disk/public)" = "$before" ] || fail "a full disk: the old site was touched"

rm ../disk/filler
mount -o remount,ro "$WORK/disk"
expect_status 4 "$PROGRAM" build --output-dir ../disk/public
expect_in "$WORK/err.txt" "Read-only file system"
[ "$(digest ../disk/public)" = "$before" ] || fail "a read-only disk: the old site was touched"

mount -o remount,rw "$WORK/disk"
expect_status 0 "$PROGRAM" build --output-dir ../disk/public
[ "$(digest ../disk/public)" != "$before" ] || fail "the next build does not heal"
