#!/usr/bin/env bash
# Install a Debian with QGIS in a folder. Needs root and Debian's mirror.
#
#   scripts/debian.sh SUITE FOLDER
#
# SUITE is a release of Debian, such as trixie, or sid. Of a release, QGIS is that of its backports.
set -euo pipefail
suite=$1 folder=$2
# The folder gets its name when it is complete, so that an interrupted run is not taken for a finished system.
part=$folder.part

if ! command -v debootstrap >/dev/null; then
  apt-get update -q
  apt-get install -y -q --no-install-recommends debootstrap
fi

# The mirror that apt uses on this machine, else the one that debootstrap prefers.
mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' |
  awk '/debian/ && $2 !~ /security/ && !found++ {print $1}')

rm -rf --one-file-system "$part"
debootstrap --variant=minbase --include=ca-certificates "$suite" "$part" ${mirror:+"$mirror"}
newest=$suite
if [ "$suite" != sid ]; then
  newest=$suite-backports
  sed -i "p; s/ $suite / $newest /" "$part/etc/apt/sources.list"
fi

# Name resolution, mirrors and certificates there are those of this machine.
mkdir -p "$part/etc/apt/apt.conf.d" "$part/etc/ssl/certs"
cp -L /etc/apt/apt.conf.d/* "$part/etc/apt/apt.conf.d/"
for file in /etc/hosts /etc/pip.conf /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt; do
  [ ! -e "$file" ] || cp -L "$file" "$part$file"
done

packages=(git make python3-qgis qgis qgis-providers)
scripts/inside.sh "$part" apt-get update -q
scripts/inside.sh "$part" apt-get install -y -q --no-install-recommends -t "$newest" "${packages[@]}"
mv "$part" "$folder"
