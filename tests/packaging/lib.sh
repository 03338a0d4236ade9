# Sourced by the stories: SOURCE, BUILD and PACKAGE from the arguments, and a folder to work in.
set -euo pipefail
SOURCE=$1
BUILD=$2
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

fail() { echo "FAILED: $*" >&2; exit 1; }

PACKAGE=$(echo "$BUILD"/opsg-site_*.deb)
[ -f "$PACKAGE" ] || fail "not one package: $PACKAGE; make it with scripts/package --test"
