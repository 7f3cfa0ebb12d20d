#!/usr/bin/env bash
# Install what is missing on a Debian machine (12 or later): QGIS and libraries from apt, the rest into .venv.
set -euo pipefail
cd "$(dirname "$0")/.."

# libopenblas0-pthread: Debian's default BLAS is many times slower.
packages=(ca-certificates gdal-bin libopenblas0-pthread python3-h5py python3-qgis python3-scipy python3-venv
  qgis qgis-providers qttools5-dev-tools)

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

missing=()
for package in "${packages[@]}"; do
  installed "$package" || missing+=("$package")
done

if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get >/dev/null; then
    echo "There is no apt-get here. Install what corresponds to Debian's ${missing[*]}." >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    as_root=(sudo)
    if ! command -v sudo >/dev/null; then
      echo "Run this as root or install sudo: ${missing[*]} must be installed." >&2
      exit 1
    fi
  fi
  echo "Installing ${missing[*]} from Debian."
  "${as_root[@]}" apt-get update -q
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi

echo "Downloading and installing the Python requirements into .venv; this prints nothing for a minute or two."
/usr/bin/python3 -m venv --system-site-packages .venv

# Debian's NumPy and SciPy stay: GDAL's and QGIS's modules are compiled against this NumPy.
/usr/bin/python3 -c 'import numpy, scipy; print(f"numpy=={numpy.__version__}\nscipy=={scipy.__version__}")' \
  >.venv/constraints.txt

# Debian's h5py stays too. pip does not see it under Debian's name for it, and would add one with a second HDF5 library.
grep -v '^h5py' requirements.txt >.venv/requirements.txt

.venv/bin/pip install --quiet --disable-pip-version-check --use-pep517 \
  -c .venv/constraints.txt -r .venv/requirements.txt -r scripts/requirements.txt -r tests/requirements.txt
