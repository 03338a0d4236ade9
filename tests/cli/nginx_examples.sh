# The documentation's examples for nginx: the headers that it promises come with every answer, and
# compressed copies are sent to those who take them.
. "$(dirname "$0")/lib.sh"

"$PROGRAM" init -q site
printf '\n[publish.targets.web]\nkind = "directory"\npath = "../www"\nprecompress = true\n' \
  >>site/site.toml
"$PROGRAM" publish -q --config site/site.toml --no-verify-live
ln -s www/current served
chmod 755 "$WORK"

port=$(free_port)
mkdir nginx
# example SECTION: the first block for nginx in this section of the documentation.
example() {
  awk -v want="## $1" '/^## / { here = ($0 == want) } here && /^```nginx$/ { on = 1; next }
                       /^```$/ { on = 0 } on' "$SOURCE/docs/publishing.md"
}
headers=$(example Headers)
compression=$(example "Compressed files")
grep -q 'add_header Content-Security-Policy' <<<"$headers" || fail "no example of headers"
grep -q 'gzip_static on;' <<<"$compression" || fail "no example of compression"
cat > nginx.conf <<N
daemon off;
pid nginx/pid;
error_log stderr;
events {}
http {
  access_log off;
  client_body_temp_path nginx/a; proxy_temp_path nginx/b; fastcgi_temp_path nginx/c;
  uwsgi_temp_path nginx/d; scgi_temp_path nginx/e;
  types { text/html html; text/css css; text/javascript js; image/svg+xml svg; }
  ${headers/"# listen, server_name, certificates, root"/"listen 127.0.0.1:$port; root $WORK/served;
$compression"}
}
N
nginx -p "$WORK" -c nginx.conf 2>"$WORK/nginx.err" &
server=$!
trap 'kill "$server" 2>/dev/null; chmod -R u+rwX "$WORK"; rm -rf "$WORK"' EXIT

fetch() { curl -s -m 10 -o "$WORK/body" -D "$WORK/headers" "${@:2}" "http://127.0.0.1:$port$1"; }
wait_until fetch /

expect_header() { grep -qiF "$1: $2" "$WORK/headers" || fail "no $1: $2 in $(cat "$WORK/headers")"; }
asset=/$(cd served && ls assets/site.*.css)
for path in / /nowhere "$asset"; do
  fetch "$path"
  expect_header Content-Security-Policy "default-src 'none'; style-src 'self';"
  expect_header X-Content-Type-Options nosniff
  expect_header Referrer-Policy no-referrer
  expect_header Strict-Transport-Security max-age=31536000
done
expect_header Cache-Control "public, max-age=31536000, immutable"
fetch /
expect_header Cache-Control no-cache
fetch /nowhere
expect_in "$WORK/headers" "404 Not Found"
cmp -s "$WORK/body" served/404.html || fail "nginx serves a page of its own for what is missing"

# A page comes compressed to those who take it so, and as it is to all others.
fetch / -H "Accept-Encoding: gzip"
expect_header Content-Encoding gzip
cmp -s "$WORK/body" served/index.html.gz || fail "nginx compresses by itself"
expect_header Content-Security-Policy "default-src 'none'"
fetch /
cmp -s "$WORK/body" served/index.html || fail "another page is served"
! grep -qi '^Content-Encoding' "$WORK/headers" || fail "compressed unasked"
