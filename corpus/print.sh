#!/bin/sh
# Prints the sample sheets to PDF, each beside its source: every sheet, or those named.
#   corpus/print.sh [SHEET.html...]
# CHROMIUM names another browser binary.
set -eu

corpus=$(cd "$(dirname "$0")" && pwd)
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$browser" ] || { echo "print.sh: no Chromium found; install it or set CHROMIUM" >&2; exit 2; }
[ $# -gt 0 ] || set -- "$corpus"/sheets/*/*.html

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for sheet in "$@"; do
  [ -f "$sheet" ] || { echo "print.sh: no such sheet: $sheet" >&2; exit 2; }
  source=$(cd "$(dirname "$sheet")" && pwd)/$(basename "$sheet")
  pdf=${source%.html}.pdf
  "$browser" --headless --no-sandbox --disable-gpu --disable-background-networking \
    --disable-component-update --disable-sync --no-first-run --user-data-dir="$work/profile" \
    --disable-pdf-tagging --no-pdf-header-footer --print-to-pdf="$work/sheet.pdf" \
    "file://$source" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  [ -s "$work/sheet.pdf" ] || { cat "$work/log" >&2; echo "print.sh: nothing printed from $sheet" >&2; exit 1; }
  # A fixed date of the same length keeps a reprint of an unchanged sheet unchanged, byte for byte.
  LC_ALL=C sed "s/(D:[0-9]\{14\}+00'00')/(D:20250101000000+00'00')/g" "$work/sheet.pdf" >"$pdf"
  rm "$work/sheet.pdf"
  echo "$pdf"
done
