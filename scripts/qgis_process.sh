#!/usr/bin/env bash
# Run qgis_process with this checkout as an enabled plugin, in a QGIS profile that is kept in HOME_FOLDER.
#
#   scripts/qgis_process.sh HOME_FOLDER list
#   scripts/qgis_process.sh HOME_FOLDER run neonaop:kmeans -- INPUT=... OUTPUT=...
set -euo pipefail
scripts=$(realpath "$(dirname "$0")")
checkout=$(dirname "$scripts")
home=$1
shift

# Debian's wrapper passes an option that qgis_process 3.22 refuses, so prefer the program behind it.
program=$(command -v qgis_process.bin || command -v qgis_process) ||
  { echo "qgis_process was not found: run 'make setup' first." >&2; exit 1; }

mkdir -p "$home/plugins"
ln -sfn "$checkout" "$home/plugins/neon_aop"
QGIS_PLUGINPATH=$(realpath "$home/plugins")
PYTHONPATH=$("$checkout/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
export QGIS_PLUGINPATH PYTHONPATH PYTHONWARNINGS=ignore:setapi:DeprecationWarning

if [ ! -e "$home/enabled" ]; then
  "$scripts/isolated.sh" "$home" "$program" plugins enable neon_aop >/dev/null
  touch "$home/enabled"
fi
exec "$scripts/isolated.sh" "$home" "$program" "$@"
