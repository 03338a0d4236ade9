# The package keeps to Debian's policy, as far as lintian knows: no errors, no warnings.
. "$(dirname "$0")/lib.sh"
lintian --tag-display-limit 0 --fail-on error,warning "$PACKAGE" 2>"$WORK/err.txt" ||
  fail "$(cat "$WORK/err.txt")"
