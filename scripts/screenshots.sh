#!/usr/bin/env bash
# Remake the pictures of the documentation: run the plugin in a window of QGIS on a demo tile.
# Needs, beside what `make setup` installs, the Debian packages xvfb, xauth and chromium.
#
#   scripts/screenshots.sh [STORY...]    all of those below unless given
set -euo pipefail
checkout=$(realpath "$(dirname "$0")/..")
work=$checkout/build/screenshots
images=$checkout/docs/images
stories=${*:-tutorial download classes scatter spectra training}

for program in qgis xvfb-run chromium; do
  command -v "$program" >/dev/null || { echo "$program was not found: install xvfb, xauth and chromium." >&2; exit 1; }
done

rm -rf "$work"
mkdir -p "$work/profiles/profiles/default/QGIS" "$work/plugins" "$work/served" "$images"
ln -s "$checkout" "$work/plugins/neon_aop"
printf '[PythonPlugins]\nneon_aop=true\n' >"$work/profiles/profiles/default/QGIS/QGIS3.ini"

"$checkout/scripts/qgis_process.sh" "$work/home" run neonaop:createdemotile -- SIZE=300 OUTPUT="$work/demo.h5" >/dev/null

# The pictures of downloads are those of a server on this machine.
"$checkout/.venv/bin/python" "$checkout/tests/neonserver.py" "$work/served" >"$work/server.json" &
server=$!
trap 'kill $server' EXIT
until [ -s "$work/server.json" ]; do sleep 0.2; done

PYTHONPATH=$("$checkout/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
export PYTHONPATH QGIS_PLUGINPATH="$work/plugins" SCREENSHOTS_WORK="$work" SCREENSHOTS_IMAGES="$images" SCREENSHOTS_STORIES="$stories"
"$checkout/scripts/isolated.sh" "$work/home" env QT_QPA_PLATFORM=xcb \
  timeout 400 xvfb-run -a -s "-screen 0 1600x1200x24" \
  qgis --nologo --noversioncheck --profiles-path "$work/profiles" --code "$checkout/scripts/screenshots.py"

# A picture of a page, from the top: NAME PAGE WIDTH,HEIGHT
picture() {
  "$checkout/scripts/isolated.sh" "$work/home" chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --window-size="$3" --virtual-time-budget=4000 --screenshot="$images/$1.png" "file://$work/$2" 2>/dev/null
}
[[ $stories != *tutorial* ]] || picture report report.html 760,1072
if [[ $stories == *training* ]]; then
  picture sample-spectra samples.html 1080,850
  picture accuracy classifier.html 1080,1500
fi
[[ $stories != *classes* ]] || picture comparison comparison.html 1080,1500
ls -l "$images"
