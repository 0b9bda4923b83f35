#!/usr/bin/env bash
# How long `haven scan` takes, with and without pixels, against the plain tesseract program on the same frames, in one run.
#   scan-throughput.sh DIR [ROUNDS]        DIR holds DICOM files of one frame each
# Needs dcmj2pnm (dcmtk) and tesseract. Start-up is part of every figure; all run on one thread.
set -euo pipefail
dir=${1:?folder of DICOM files}
rounds=${2:-1}
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
haven=${HAVEN:-$here/../haven}
for tool in dcmj2pnm tesseract; do
  command -v $tool >/dev/null || { echo "$tool is not installed" >&2; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
frames=0
for file in "$dir"/*; do
  if dcmj2pnm +on +Wm "$file" "$work/$frames.png" 2>/dev/null; then
    ln -s "$(readlink -f "$file")" "$work/$frames.dcm" && frames=$((frames + 1))
  fi
done
[ $frames -gt 0 ] || { echo "no frame could be shown" >&2; exit 1; }
mkdir "$work/in" && mv "$work"/*.dcm "$work/in"
# copies, for scan does not follow links
for link in "$work"/in/*; do cp --remove-destination "$(readlink -f "$link")" "$link"; done

# Prints wall and CPU seconds of a command.
measure() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >/dev/null 2>&1; } 2>&1 | awk '{ printf "%.2f %.2f\n", $1, $2 + $3 }'
}
plain() { for png in "$work"/*.png; do OMP_THREAD_LIMIT=1 tesseract "$png" - --psm 11; done; }
pixels() { "$haven" scan --in "$work/in" --report "$work/report.jsonl" --threads 1; }
tags() { "$haven" scan --in "$work/in" --report "$work/report.jsonl" --threads 1 --tags-only; }

printf '%-22s %8s %8s %12s\n' "$frames frames" 'wall s' 'CPU s' 'CPU/frame ms'
for ((round = 1; round <= rounds; round++)); do
  for what in plain pixels tags; do
    read -r wall cpu < <(measure $what)
    [ $what = plain ] && base=$cpu
    awk -v what=$what -v wall=$wall -v cpu=$cpu -v base=$base -v n=$frames \
      'BEGIN { printf "%-22s %8s %8s %12.0f   %.2f x tesseract\n", what, wall, cpu, cpu * 1000 / n, cpu / base }'
  done
done
