# verify --public-key: a manifest that its publisher has signed, in a folder and at a URL.
. "$(dirname "$0")/lib.sh"
unset http_proxy https_proxy all_proxy HTTPS_PROXY ALL_PROXY

minisign -G -W -p ours.pub -s ours.key >/dev/null
minisign -G -W -p theirs.pub -s theirs.key >/dev/null
"$PROGRAM" init -q site
mkdir server
"$PROGRAM" build -q --config site/site.toml --output-dir server/site
signature=server/site/.opsg-site-manifest.minisig

mkfifo "$WORK/hold"
python3 "$SOURCE/tests/publishing/site_server.py" "$WORK/server" <"$WORK/hold" >"$WORK/port" &
exec 9>"$WORK/hold"
wait_until test -s "$WORK/port"
url="http://127.0.0.1:$(cat "$WORK/port")/"

for place in server/site "$url"; do
  rm -f $signature
  expect_status 3 "$PROGRAM" verify "$place" --public-key ours.pub
  expect_in err.txt "signature: .opsg-site-manifest.minisig ("
  expect_in err.txt "help: do not trust it"

  minisign -S -s ours.key -m server/site/.opsg-site-manifest >/dev/null
  expect_status 0 "$PROGRAM" verify "$place" --public-key ours.pub
  expect_status 0 "$PROGRAM" verify "$place" --public-key "$(tail -n 1 ours.pub)"
  expect_status 0 "$PROGRAM" verify "$place"

  # Somebody else's signature, and ours below another manifest.
  expect_status 3 "$PROGRAM" verify "$place" --public-key theirs.pub
  expect_in err.txt "signature: .opsg-site-manifest.minisig (it is not by the key)"
  cp $signature good.minisig
  minisign -S -s theirs.key -m server/site/.opsg-site-manifest >/dev/null
  expect_status 3 "$PROGRAM" verify "$place" --public-key ours.pub
  cp good.minisig $signature
  cp server/site/.opsg-site-manifest good.manifest
  sed -i 's/^# audience: public/# audience: publid/' server/site/.opsg-site-manifest
  expect_status 3 "$PROGRAM" verify "$place" --public-key ours.pub
  cp good.manifest server/site/.opsg-site-manifest
done

# A manifest that was kept has its signature beside it.
expect_status 3 "$PROGRAM" verify "$url" --manifest good.manifest --public-key ours.pub
cp good.minisig good.manifest.minisig
expect_status 0 "$PROGRAM" verify "$url" --manifest good.manifest --public-key ours.pub

# A build takes away the signature of what it replaces.
printf '\nOne more sentence.\n' >> site/content/pages/about.md
expect_status 0 "$PROGRAM" build --config site/site.toml --output-dir server/site
[ ! -e $signature ] || fail "the signature of another manifest is left"
exec 9>&-
