#!/usr/bin/env bash
# Run a command, `make test` by default, on a copy of this checkout in a Debian 13 with QGIS 3.44, Python 3.13 and NumPy 2.
#
#   scripts/matrix.sh [COMMAND...]
#
# That system is a folder of 3 GB, NEON_AOP_MATRIX or /var/tmp/neon_aop-qgis344. It is made at the first run and kept;
# removing it has it made anew. Where it cannot be made, this says why and ends with 77.
set -euo pipefail
cd "$(dirname "$0")/.."
system=$(realpath -m "${NEON_AOP_MATRIX:-/var/tmp/neon_aop-qgis344}")
[ $# -gt 0 ] || set -- make test

skip() {
  echo "Not run with QGIS 3.44: $1" >&2
  exit 77
}

[ "$(id -u)" = 0 ] || skip "that needs root."
unshare --mount --pid --fork true || skip "this machine lets nobody have namespaces of his own (unshare)."

mkdir -p "$(dirname "$system")"
exec {lock}>"$system.lock"
flock "$lock"

if [ ! -d "$system" ]; then
  echo "Making a Debian 13 with QGIS 3.44 in $system; this takes some minutes."
  if ! timeout 40m scripts/debian13.sh "$system" >"$system.log" 2>&1; then
    tail -n 20 "$system.log" >&2
    skip "making $system failed; all of its log is in $system.log."
  fi
fi

copy=$system/src/neon_aop
rm -rf --one-file-system "$copy" "$system/src/shared"
mkdir -p "$copy"
git ls-files --cached --others --exclude-standard -z |
  tar --create --null --ignore-failed-read --files-from=- |
  tar --extract --no-same-owner --directory="$copy"
# The plugin's zip is made from a commit.
git init --quiet "$copy"
git -C "$copy" add --all
git -C "$copy" -c user.name=matrix -c user.email=matrix@localhost commit --quiet --message "This checkout"
# Some tests take measured spectra from beside the checkout, where there are any.
if [ -d ../shared/data ]; then
  mkdir "$system/src/shared"
  cp -rL ../shared/data "$system/src/shared/data"
fi

scripts/inside.sh "$system" bash -c 'cd /src/neon_aop && exec "$@"' - "$@"
