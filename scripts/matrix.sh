#!/usr/bin/env bash
# Run a command, `make test` by default, on a copy of this checkout in another Debian:
#
#   scripts/matrix.sh trixie [COMMAND...]   QGIS 3.44, Python 3.13, NumPy 2.2
#   scripts/matrix.sh sid [COMMAND...]      the newest QGIS, Python, NumPy, GDAL and HDF5 that Debian has
#
# Each system is a folder of 3 GB in NEON_AOP_SYSTEMS (default: /var/tmp). It is made at the first run and kept; remove
# it to have it made anew. Where it cannot be made, this says why and exits with 77.
set -euo pipefail
cd "$(dirname "$0")/.."
suite=${1:?"name a system: trixie or sid"}
shift
system=$(realpath -m "${NEON_AOP_SYSTEMS:-/var/tmp}/neon_aop-$suite")
[ $# -gt 0 ] || set -- make test

skip() {
  echo "Not run on Debian $suite: $1" >&2
  exit 77
}

[ "$(id -u)" = 0 ] || skip "this needs root."
unshare --mount --pid --fork true || skip "this machine does not allow new namespaces (unshare)."

mkdir -p "$(dirname "$system")"
exec {lock}>"$system.lock"
flock "$lock"

if [ ! -d "$system" ]; then
  echo "Installing Debian $suite with QGIS in $system; this takes some minutes."
  if ! timeout 40m scripts/debian.sh "$suite" "$system" >"$system.log" 2>&1; then
    tail -n 20 "$system.log" >&2
    skip "the installation in $system failed; its log is $system.log."
  fi
fi

copy=$system/src/neon_aop
rm -rf --one-file-system "$copy" "$system/src/shared"
mkdir -p "$copy"
git ls-files --cached --others --exclude-standard -z |
  tar --create --null --ignore-failed-read --files-from=- |
  tar --extract --no-same-owner --directory="$copy"
# The tests build the plugin's zip, which is made from a commit.
git init --quiet "$copy"
git -C "$copy" add --all
git -C "$copy" -c user.name=matrix -c user.email=matrix@localhost commit --quiet --message "This checkout"
# Some tests use measured spectra from beside the checkout, where there are any.
if [ -d ../shared/data ]; then
  mkdir "$system/src/shared"
  cp -rL ../shared/data "$system/src/shared/data"
fi

scripts/inside.sh "$system" bash -c 'cd /src/neon_aop && exec "$@"' - "$@"
