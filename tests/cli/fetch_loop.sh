# 100 publishes to a folder behind nginx while readers fetch pages and what these name: nothing is
# missing, and no page comes with another release's assets. PUBLISHES=N repeats it otherwise.
. "$(dirname "$0")/lib.sh"
PUBLISHES=${PUBLISHES:-100}
REQUESTS=$((PUBLISHES * 100))

"$PROGRAM" init -q site
chmod 755 "$WORK"
port=$(free_port)
mkdir nginx
cat >nginx.conf <<N
daemon off;
pid nginx/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path nginx/a; proxy_temp_path nginx/b; fastcgi_temp_path nginx/c;
  uwsgi_temp_path nginx/d; scgi_temp_path nginx/e;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:$port;
    root $WORK/www/current;
    error_page 404 /404.html;
  }
}
N

cd site
cat >>site.toml <<EOF

[publish.targets.web]
kind = "directory"
path = "../www"
keep = 3
EOF
mkdir -p overrides/assets
cp "$SOURCE/themes/plain/assets/site.css" overrides/assets/site.css
expect_status 0 "$PROGRAM" publish --no-verify-live
pages=$(cd ../www/current && find . -name index.html -not -path './about/*' | sed 's|^\.||; s|index\.html$||')

nginx -p "$WORK" -c nginx.conf 2>"$WORK/nginx.err" &
server=$!
trap 'touch "$WORK/stop"; kill "$server" 2>/dev/null; chmod -R u+rwX "$WORK"; rm -rf "$WORK"' EXIT
wait_until curl -sf -m 5 -o /dev/null "http://127.0.0.1:$port/"

python3 "$SOURCE/tests/cli/fetch_loop.py" "http://127.0.0.1:$port/" "$WORK/stop" "$REQUESTS" $pages \
  >"$WORK/fetched.txt" 2>&1 &
readers=$!

# Every publish changes all pages; every other one the theme, so that all pages name other assets;
# every third one withdraws a page or brings it back.
for i in $(seq "$PUBLISHES"); do
  sed -i "s/^title = .*/title = \"The committee, release $i\"/" site.toml
  [ $((i % 2)) -eq 0 ] && echo "/* $i */" >>overrides/assets/site.css
  [ $((i % 3)) -eq 0 ] && { mv ../about.md content/pages/about.md 2>/dev/null ||
                            mv content/pages/about.md ../about.md; }
  expect_status 0 "$PROGRAM" publish --no-verify-live
  kill -0 "$readers" 2>/dev/null || break
done
touch "$WORK/stop"
wait "$readers" || fail "during publish $i: $(cat "$WORK/fetched.txt")"
cat "$WORK/fetched.txt"
grep -q "release $PUBLISHES" ../www/current/index.html || fail "the last release is not served"
