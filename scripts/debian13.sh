#!/usr/bin/env bash
# Make a Debian 13 with QGIS 3.44 from its backports, Python 3.13 and NumPy 2 in a folder. Needs root and Debian's mirror.
#
#   scripts/debian13.sh FOLDER
set -euo pipefail
folder=$1
# A folder of its own until it is complete, so that an interrupted run is no finished system.
part=$folder.part

if ! command -v debootstrap >/dev/null; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends debootstrap
fi

# The mirror that apt uses on this machine, else the one that debootstrap prefers.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' |
  awk '/debian/ && $2 !~ /security/ && !found++ {print $1}')

rm -rf --one-file-system "$part"
debootstrap --variant=minbase --include=ca-certificates trixie "$part" ${mirror:+"$mirror"}
sed -i 'p; s/ trixie / trixie-backports /' "$part/etc/apt/sources.list"

# Names, mirrors and certificates are found there as they are on this machine.
mkdir -p "$part/etc/apt/apt.conf.d" "$part/etc/ssl/certs"
cp -L /etc/apt/apt.conf.d/* "$part/etc/apt/apt.conf.d/"
for file in /etc/hosts /etc/pip.conf /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt; do
  [ ! -e "$file" ] || cp -L "$file" "$part$file"
done

packages=(git make python3-qgis qgis qgis-providers)
scripts/inside.sh "$part" apt-get update -q
scripts/inside.sh "$part" apt-get install -y -q --no-install-recommends -t trixie-backports "${packages[@]}"
mv "$part" "$folder"
