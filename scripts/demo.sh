#!/usr/bin/env bash
# Classify a NEON tile with qgis_process and say where the results are. Without a tile, make a synthetic one.
#
#   scripts/demo.sh [TILE.h5]
set -euo pipefail
tile=${1:-}
if [ -n "$tile" ] && [ ! -f "$tile" ]; then
  echo "There is no file '$tile'. Give the path of a NEON reflectance tile: make demo TILE=/path/to/tile.h5" >&2
  exit 1
fi
checkout=$(realpath "$(dirname "$0")/..")
demo=$checkout/build/demo
run() { "$checkout/scripts/qgis_process.sh" "$checkout/build/demo-home" run "$@"; }

mkdir -p "$demo"
if [ -z "$tile" ]; then
  tile=$demo/tile.h5
  run neonaop:createdemotile -- OUTPUT="$tile"
fi

run neonaop:classifytiles -- TILES="$(realpath "$tile")" \
  CLASS_RASTER="$demo/classes.tif" PC_RASTER="$demo/components.tif" CENTRES="$demo/centres.csv" \
  EIGENVALUES="$demo/eigenvalues.csv" MODEL="$demo/model.json" REPORT="$demo/report.html" PREVIEW="$demo/preview.png"

cat <<END

The demo is done. Its results:
  tile                  $tile
  class raster          $demo/classes.tif
  principal components  $demo/components.tif
  cluster centres       $demo/centres.csv
  report                $demo/report.html
  preview               $demo/preview.png

Look at the report in a browser, and at the rasters in QGIS:
  xdg-open "$demo/report.html"
  qgis "$demo/components.tif" "$demo/classes.tif"
END
