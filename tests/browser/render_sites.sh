#!/usr/bin/env bash
# Renders the sites that the browser tests look at. Usage: render_sites.sh PROGRAM REPOSITORY FOLDER
set -euo pipefail
program=$1 repository=$2 folder=$3
here=$(cd "$(dirname "$0")" && pwd)
sources=$folder/sources
pagefind=$(find "$repository/node_modules/@pagefind" -name pagefind_extended -path '*/bin/*')
rm -rf "$folder"
mkdir -p "$sources"

render() { # NAME SITE_TOML BASE_URL
  OPSG_PAGEFIND=$pagefind "$program" build --config "$2" --output-dir "$folder/$1" --base-url "$3"
}

node "$here/support/awkward_site.js" "$sources/awkward"
(cd "$sources" && "$program" init empty)
rm -r "$sources/empty/content/meetings"

render committee "$repository/site.toml" https://opsg.example/
render subpath "$repository/site.toml" https://host.example/sub/path/
render awkward "$sources/awkward/site.toml" https://opsg.example/
render empty "$sources/empty/site.toml" https://opsg.example/

# Reports of what a release would change, for the chair.
report() { # NAME SITE_TOML AGAINST
  OPSG_PAGEFIND=$pagefind "$program" diff -q --config "$2" --base-url https://opsg.example/ \
    --output-dir "$3" --html "$folder/reports/$1.html"
}
mkdir "$folder/reports"
report first "$repository/site.toml" "$folder/nothing"
report withdrawal "$sources/empty/site.toml" "$folder/committee"
report awkward "$sources/awkward/site.toml" "$folder/empty"
