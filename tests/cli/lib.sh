# Sourced by the stories: PROGRAM and SOURCE from the arguments, a folder to work in, and checks.
set -euo pipefail
PROGRAM=$1
SOURCE=$2
WORK=$(mktemp -d)
trap 'chmod -R u+rwX "$WORK" 2>/dev/null; rm -rf "$WORK"' EXIT
cd "$WORK"

fail() { echo "FAILED: $*" >&2; exit 1; }

# expect_status N COMMAND...: runs it with stdout in out.txt and stderr in err.txt.
expect_status() {
  local expected=$1 status=0
  shift
  "$@" >"$WORK/out.txt" 2>"$WORK/err.txt" || status=$?
  [ "$status" -eq "$expected" ] ||
    fail "status $status, not $expected: $* ($(cat "$WORK/out.txt" "$WORK/err.txt"))"
}

expect_in() { grep -qF -- "$2" "$1" || fail "$1 lacks: $2 ($(cat "$1"))"; }
expect_not_in() { ! grep -qF -- "$2" "$1" || fail "$1 has: $2"; }
expect_no_trace() { ! grep -rqF -- "$2" "$1" || fail "$1 still has: $2"; }

# wait_until COMMAND...: runs it again and again until it succeeds, for 20 seconds.
wait_until() {
  for _ in $(seq 200); do
    if "$@" 2>/dev/null; then return; fi
    sleep 0.1
  done
  fail "not within 20 seconds: $* ($(tail -n 20 ./*.log "$WORK"/*.err 2>/dev/null))"
}

# A port for a server that is to start. Below those that the kernel gives to clients, so that no
# connection of another test takes it meanwhile.
free_port() {
  python3 - <<'EOF'
import random, socket
while True:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", random.randint(10000, 32000)))
        except OSError:
            continue
        print(probe.getsockname()[1])
        break
EOF
}

# A digest over the paths, modes and bytes of a folder.
digest() {
  (cd "$1" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 stat -c '%n %a' &&
    find . -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum) | sha256sum
}
