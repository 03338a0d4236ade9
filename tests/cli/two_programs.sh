#!/usr/bin/env bash
# opsg-site starts without the libraries that only some commands need, and hands those commands to
# opsg-site-full, wherever both stand: two_programs.sh PROGRAM SOURCE
. "$(dirname "$0")/lib.sh"

FULL=$(dirname "$PROGRAM")/../libexec/opsg-site/opsg-site-full
heavy='lib(curl|ssl|crypto|cpp-httplib|zip|pugixml|brotli[a-z]*)\.so'

ldd "$PROGRAM" >libraries.txt
! grep -E "$heavy" libraries.txt || fail "opsg-site needs them at each start"
ldd "$FULL" >libraries.txt
grep -qE 'libcurl\.so' libraries.txt || fail "opsg-site-full cannot speak to the network"

"$PROGRAM" --help >help.txt
"$FULL" --help | cmp - help.txt || fail "two command lines"

# Installed elsewhere, and found through a link.
mkdir -p prefix/bin prefix/libexec/opsg-site elsewhere
cp "$PROGRAM" prefix/bin/
cp "$FULL" prefix/libexec/opsg-site/
ln -s "$WORK/prefix/bin/opsg-site" elsewhere/opsg-site
expect_status 0 elsewhere/opsg-site init site
expect_status 0 elsewhere/opsg-site build --config site/site.toml
expect_status 0 elsewhere/opsg-site verify site/public
expect_in out.txt "site/public"
expect_status 0 elsewhere/opsg-site check --external --config site/site.toml
expect_in out.txt "links to other sites"
expect_status 2 elsewhere/opsg-site verify
for command in serve diff import verify publish rollback; do
  expect_status 0 elsewhere/opsg-site "$command" --help
done

# Without it the program says what is missing.
printf '#!/bin/sh\necho "$0 $*"\nexit 7\n' >prefix/libexec/opsg-site/opsg-site-full
expect_status 7 elsewhere/opsg-site verify "a b" --quiet
expect_in out.txt "prefix/libexec/opsg-site/opsg-site-full verify a b --quiet"
chmod -x prefix/libexec/opsg-site/opsg-site-full
expect_status 4 elsewhere/opsg-site verify site/public
expect_in err.txt "cannot run $WORK/prefix/libexec/opsg-site/opsg-site-full: Permission denied"
expect_status 0 elsewhere/opsg-site check --config site/site.toml
