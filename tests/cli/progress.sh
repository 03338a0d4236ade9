# A bar on a terminal while something lasts; nothing of it anywhere else.
. "$(dirname "$0")/lib.sh"
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY

mkdir server
mkfifo "$WORK/hold"
python3 "$SOURCE/tests/web/link_server.py" "$WORK/server" <"$WORK/hold" >"$WORK/ports" &
exec 9>"$WORK/hold"
wait_until test -s "$WORK/ports"
read -r port _ <"$WORK/ports"

"$PROGRAM" init -q site
cd site
echo "[slow](http://127.0.0.1:$port/slow/3)" >> content/pages/about.md
on_terminal() {
  local log=$1
  shift
  TERM=${TERMINAL:-xterm} script -qec "stty cols 60; $*" "$log" </dev/null >/dev/null
}
clear_line=$(printf '\r\033[K')

on_terminal "$WORK/shown" "$PROGRAM" check --external
expect_in "$WORK/shown" "trying links [-----"
expect_in "$WORK/shown" "${clear_line}No errors in the records."
expect_in "$WORK/shown" "1 link to other sites: 0 dead, 0 uncertain."

# Over before the first second, or not wanted: not a byte.
on_terminal "$WORK/fast" "$PROGRAM" check
expect_not_in "$WORK/fast" "$clear_line"
on_terminal "$WORK/quiet" "$PROGRAM" check --external --quiet
expect_not_in "$WORK/quiet" "trying links"
on_terminal "$WORK/json" "$PROGRAM" check --external --format json
expect_not_in "$WORK/json" "trying links"
TERMINAL=dumb on_terminal "$WORK/dumb" "$PROGRAM" check --external
expect_not_in "$WORK/dumb" "trying links"
on_terminal "$WORK/piped" "$PROGRAM check --external 2>'$WORK/piped.err'"
expect_not_in "$WORK/piped.err" "trying links"
NO_COLOR=1 on_terminal "$WORK/plain" "$PROGRAM" check --external
expect_in "$WORK/plain" "trying links [-----"
