#!/usr/bin/env bash
# Run a command as root in the Debian that a folder holds. Its processes and mounts end with it.
#
#   scripts/inside.sh FOLDER COMMAND...
set -euo pipefail
folder=$1
shift
exec unshare --mount --pid --fork --kill-child --root="$folder" --mount-proc \
  env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb DEBIAN_FRONTEND=noninteractive "$@"
