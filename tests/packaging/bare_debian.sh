# The package on a bare Debian 12: installed by the step of the workflow that `init --ci` writes, used
# as a newcomer uses it, and taken away again. Whoever is not root, and so has no chroot, has it
# unpacked and used on this system instead.
# OPSG_BARE_DEBIAN names a root that debootstrap made before, to save time while working on this.
. "$(dirname "$0")/lib.sh"
ROOT=$WORK/root
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$WORK"' EXIT

# Nothing of this machine's environment gets in.
in_root() {
  chroot "$ROOT" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}
as_nobody() {
  chroot --userspec=nobody:nogroup "$ROOT" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/tmp \
    LC_ALL=C.UTF-8 "$@" </dev/null
}

make_root() {
  if [ -n "${OPSG_BARE_DEBIAN:-}" ]; then
    cp -a "$OPSG_BARE_DEBIAN" "$ROOT"
  else
    debootstrap --variant=minbase bookworm "$ROOT" http://deb.debian.org/debian >"$WORK/log" 2>&1 ||
      { tail -n 50 "$WORK/log" >&2; fail "debootstrap"; }
  fi
}

serve_package() {
  mkdir "$WORK/served"
  cp "$PACKAGE" "$WORK/served/opsg-site.deb"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=loopback \
    -addext subjectAltName=IP:127.0.0.1 -keyout "$WORK/key.pem" -out "$ROOT/tmp/ca.pem" 2>/dev/null
  python3 "$SOURCE/tests/packaging/serve_package.py" "$WORK/served" "$ROOT/tmp/ca.pem" \
    "$WORK/key.pem" "$WORK/port" 2>/dev/null &
  server=$!
  for _ in $(seq 100); do [ ! -s "$WORK/port" ] || return 0; sleep 0.1; done
  fail "nothing serves the package"
}

# run_install_step [VARIABLE=VALUE...]: as GitHub's runner runs it, in a container.
run_install_step() {
  in_root CURL_CA_BUNDLE=/tmp/ca.pem "$@" \
    bash --noprofile --norc -eo pipefail -c "cd /root; $INSTALL" >"$WORK/log" 2>&1
}

is_installed() { [ -e "$ROOT/usr/bin/opsg-site" ]; }

install_package() {
  local url sum
  url=https://127.0.0.1:$(cat "$WORK/port")/opsg-site.deb
  sum=$(sha256sum <"$PACKAGE" | cut -d' ' -f1)
  ! run_install_step || fail "installed from nowhere"
  grep -qF "Set the variables OPSG_SITE_DEB_URL and OPSG_SITE_DEB_SHA256" "$WORK/log" ||
    fail "does not say what to set: $(cat "$WORK/log")"
  ! run_install_step "OPSG_SITE_DEB_URL=$url" "OPSG_SITE_DEB_SHA256=${sum//[0-7]/8}" ||
    fail "installed a package with another checksum"
  ! run_install_step "OPSG_SITE_DEB_URL=${url/https/http}" "OPSG_SITE_DEB_SHA256=$sum" ||
    fail "fetched a package by http"
  ! is_installed || fail "installed although the step failed"
  run_install_step "OPSG_SITE_DEB_URL=$url" "OPSG_SITE_DEB_SHA256=$sum" ||
    fail "the install step: $(cat "$WORK/log")"
  is_installed || fail "the program is not there"
}

BUILD_A_SITE='cd "$(mktemp -d)"
opsg-site init site >/dev/null
cd site
opsg-site check --quiet
opsg-site build --quiet
test -s public/index.html
grep -q "COM 1/01" public/actions/index.html
! grep -rq "These minutes are green" public'

use_unpacked() {
  echo "Not root: the package is unpacked and used on this system"
  dpkg-deb -x "$PACKAGE" "$ROOT"
  ! ldd "$ROOT/usr/bin/opsg-site" | grep "not found" || fail "libraries are missing"
  TMPDIR=$WORK PATH=$ROOT/usr/bin:$PATH bash -euc "$BUILD_A_SITE" || fail "init and build"
}

check_files() {
  local command
  local doc=$ROOT/usr/share/doc/opsg-site
  [ -s "$doc/copyright" ] && [ -s "$doc/README.md" ] && [ -s "$doc/docs/records.md" ] || fail "docs"
  gzip -t "$doc/changelog.gz" "$ROOT"/usr/share/man/man1/opsg-site*.1.gz
  [ -s "$ROOT/usr/share/opsg-site/themes/plain/theme.toml" ] || fail "no theme"
  # Each command has its page, and man finds it.
  as_nobody opsg-site --help | sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >"$WORK/commands"
  [ "$(wc -l <"$WORK/commands")" -ge 7 ] || fail "no commands in the help"
  while read -r command; do
    in_root man -w "opsg-site-$command" >/dev/null || fail "no manual page of $command"
  done <"$WORK/commands"
}

check_completions() {
  local fish
  in_root zsh -n /usr/share/zsh/vendor-completions/_opsg-site || fail "zsh's completions"
  python3 "$SOURCE/tests/packaging/complete_in_zsh.py" "$ROOT" || fail "zsh's completions"
  in_root fish -n /usr/share/fish/vendor_completions.d/opsg-site.fish || fail "fish's completions"
  fish=$(in_root fish -c 'for line in bu "new pa" "build --color al" "import /etc/hostn"
    complete -C "opsg-site $line"; end' | cut -f1 | tr '\n' ' ')
  [ "$fish" = "build page always /etc/hostname " ] || fail "fish completes to: $fish"
}

take_away() {
  in_root apt-get purge -y -qq opsg-site >"$WORK/log" 2>&1 || fail "purge: $(cat "$WORK/log")"
  local left
  left=$(find "$ROOT" -xdev -name '*opsg*' -not -path "$ROOT/tmp/*")
  [ -z "$left" ] || fail "left behind: $left"
}

if [ "$(id -u)" -ne 0 ]; then
  use_unpacked
  exit
fi
make_root
serve_package
INSTALL=$(python3 -c 'import sys, yaml
print(yaml.safe_load(sys.stdin)["jobs"]["publish"]["steps"][0]["run"])' \
  <"$SOURCE/generator/app/ci_workflows/github.yml")
install_package
as_nobody bash -euc "$BUILD_A_SITE" || fail "init and build"
in_root apt-get install -y -qq --no-install-recommends fish man-db zsh >"$WORK/log" 2>&1 ||
  fail "shells: $(cat "$WORK/log")"
check_files
check_completions
take_away
