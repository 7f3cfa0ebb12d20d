#!/usr/bin/env bash
# Run a command without a display and with a home folder of its own, so that it does not read or change the user's
# settings of QGIS.
#
#   scripts/isolated.sh HOME_FOLDER COMMAND...
set -euo pipefail
mkdir -p "$1/runtime"
chmod 700 "$1/runtime"
HOME=$(realpath "$1")
shift
unset QGIS_CUSTOM_CONFIG_PATH QGIS_OPTIONS_PATH XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME
export HOME XDG_RUNTIME_DIR=$HOME/runtime QT_QPA_PLATFORM=offscreen
exec "$@"
