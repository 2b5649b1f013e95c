#!/bin/sh
# Makes the scanned sheet's image out of its paper original: printed, then taken as a grey picture of 150 dpi.
# Needed only when scan/tt-12.html was changed; print.sh then prints the image.
set -eu

corpus=$(cd "$(dirname "$0")" && pwd)
paper=$corpus/sheets/temperature-transmitters/scan/tt-12
"$corpus/print.sh" "$paper.html" >/dev/null
pdftoppm -r 150 -gray -jpeg -jpegopt quality=60 -singlefile "$paper.pdf" "$paper"
rm "$paper.pdf"
echo "$paper.jpg"
