# A record raised from white to amber is gone from every kind of target on another machine, by the
# command that a committee uses and the programs that it has: rsync, rclone (SFTP, WebDAV) and git.
. "$(dirname "$0")/lib.sh"

RSYNC_PORT=$(free_port)
SFTP_PORT=$(free_port)
DAV_PORT=$(free_port)
SERVERS=()
trap 'kill "${SERVERS[@]}" 2>/dev/null; rm -rf "$WORK"' EXIT
export HOME=$WORK/home XDG_STATE_HOME=$WORK/state RCLONE_CONFIG=/dev/null
export http_proxy="" https_proxy="" all_proxy=""
mkdir -p "$HOME" rsync sftp dav

# Whatever the servers' users are called, they are us.
cat >rsyncd.conf <<EOF
use chroot = no
uid = $(id -un)
gid = $(id -gn)
[www]
path = $WORK/rsync
read only = no
auth users = publisher
secrets file = $WORK/rsyncd.secrets
EOF
echo "publisher:rsync-secret" >rsyncd.secrets
chmod 600 rsyncd.secrets
rsync --daemon --no-detach --address=127.0.0.1 --port="$RSYNC_PORT" --config=rsyncd.conf \
  >rsync.log 2>&1 & SERVERS+=($!)
rclone serve sftp "$WORK/sftp" --addr "127.0.0.1:$SFTP_PORT" --user publisher --pass store-secret \
  >sftp.log 2>&1 & SERVERS+=($!)
rclone serve webdav "$WORK/dav" --addr "127.0.0.1:$DAV_PORT" --user publisher --pass store-secret \
  >dav.log 2>&1 & SERVERS+=($!)
git init -q --bare pages.git
for port in "$RSYNC_PORT" "$SFTP_PORT" "$DAV_PORT"; do
  wait_until bash -c "exec 3<>/dev/tcp/127.0.0.1/$port"
done

obscured=$(rclone obscure store-secret)
export RSYNC_PASSWORD=rsync-secret
export RCLONE_CONFIG_FILES_TYPE=sftp RCLONE_CONFIG_FILES_HOST=127.0.0.1 \
  RCLONE_CONFIG_FILES_PORT=$SFTP_PORT RCLONE_CONFIG_FILES_USER=publisher \
  RCLONE_CONFIG_FILES_PASS=$obscured
export RCLONE_CONFIG_CLOUD_TYPE=webdav RCLONE_CONFIG_CLOUD_URL=http://127.0.0.1:$DAV_PORT \
  RCLONE_CONFIG_CLOUD_VENDOR=other RCLONE_CONFIG_CLOUD_USER=publisher \
  RCLONE_CONFIG_CLOUD_PASS=$obscured

"$PROGRAM" init -q site
cd site
cat >>site.toml <<EOF

[publish.targets.rsync]
kind = "rsync"
destination = "rsync://publisher@127.0.0.1:$RSYNC_PORT/www/site"

[publish.targets.sftp]
kind = "rclone"
remote = "files:site"

[publish.targets.webdav]
kind = "rclone"
remote = "cloud:site"

[publish.targets.git]
kind = "git"
repository = "../pages.git"
EOF

# What stands at a target, in a folder.
published() {
  case $1 in
    git)
      rm -rf "$WORK/checkout" && mkdir "$WORK/checkout"
      git -C "$WORK/pages.git" archive gh-pages | tar -x -C "$WORK/checkout"
      rm "$WORK/checkout/.nojekyll"
      echo "$WORK/checkout" ;;
    webdav) echo "$WORK/dav/site" ;;
    *) echo "$WORK/$1/site" ;;
  esac
}

run_publish() {
  expect_status 0 "$PROGRAM" publish "$1" --no-verify-live
  cat "$WORK/out.txt" "$WORK/err.txt" >>"$WORK/everything-said.txt"
}

headlines=content/meetings/2026-01-15-first-meeting/headlines.md
sentence=$(sed -n '/^The committee/p' $headlines | head -1)
[ -n "$sentence" ] || fail "the example has no sentence to withdraw"

for target in rsync sftp webdav git; do
  run_publish "$target"
  folder=$(published "$target")
  (cd "$folder" && sha256sum --quiet -c .opsg-site-manifest) || fail "$target is incomplete"
  grep -rqF "$sentence" "$folder" || fail "$target does not hold the sentence"
  run_publish "$target"
  expect_in "$WORK/out.txt" " 0 files uploaded, 0 removed"
done

sed -i 's/^classification = "white"/classification = "amber"/' $headlines
for target in rsync sftp webdav git; do
  run_publish "$target"
  folder=$(published "$target")
  (cd "$folder" && sha256sum --quiet -c .opsg-site-manifest) || fail "$target is incomplete"
  expect_no_trace "$folder" "$sentence"
  named=$(grep -vc '^#' "$folder/.opsg-site-manifest")
  there=$(find "$folder" -type f ! -name .opsg-site-manifest | wc -l)
  [ "$named" -eq "$there" ] || fail "$target holds $there files, its manifest names $named"
done
[ "$(git -C "$WORK/pages.git" rev-list --count gh-pages)" -eq 1 ] || fail "the branch has a history"

# A file that is not ours stops the next publish.
echo x >"$WORK/rsync/site/robots.bak"
expect_status 2 "$PROGRAM" publish rsync --no-verify-live
expect_in "$WORK/err.txt" "it holds robots.bak, which opsg-site did not put there"
cat "$WORK/err.txt" >>"$WORK/everything-said.txt"

# What is wrong with a secret is told, and not the secret.
RSYNC_PASSWORD=other-secret expect_status 4 "$PROGRAM" publish rsync --no-verify-live
expect_in "$WORK/err.txt" "auth failed on module www"
cat "$WORK/err.txt" >>"$WORK/everything-said.txt"
for secret in rsync-secret store-secret other-secret "$obscured"; do
  expect_not_in "$WORK/everything-said.txt" "$secret"
done
