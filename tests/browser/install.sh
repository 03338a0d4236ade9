#!/usr/bin/env bash
# Installs the packages of package-lock.json, unless that was done since it last changed.
set -euo pipefail
cd "$(dirname "$0")"
[ node_modules/.package-lock.json -nt package-lock.json ] && exit 0
npm ci
