# Every page as man shows it, without a warning of groff, and with all that help says.
# Usage: manual_pages.sh OPSG_REFERENCE OPSG_SITE
set -euo pipefail
reference=$1
program=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }

"$reference" "$work"
pages=0
for page in "$work"/man/*.1; do
  warnings=$(groff -man -Tutf8 -ww -z "$page" 2>&1)
  [ -z "$warnings" ] || fail "$page: $warnings"
  groff -man -Tascii -P-c -P-b -P-u -rLL=400n "$page" >"$work/shown.txt"
  name=$(basename "$page" .1)
  name=${name#opsg-site}
  # shellcheck disable=SC2086  # "-new-meeting" is two words.
  "$program" ${name//-/ } --help >"$work/help.txt"
  # Each option's explanation: what follows the names and the value, two spaces behind.
  sed -n 's/^  -.*[^ ]   *\([^ ].*\)$/\1/p' "$work/help.txt" >"$work/explained.txt"
  [ -s "$work/explained.txt" ] || fail "no options in the help of $name"
  while read -r explanation; do
    grep -qF -- "${explanation//\`/}" "$work/shown.txt" || fail "$page lacks: $explanation"
  done <"$work/explained.txt"
  pages=$((pages + 1))
done
[ "$pages" -ge 10 ] || fail "only $pages pages"
