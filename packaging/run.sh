#!/bin/sh
# Installs what is missing, builds Labelwright and starts it: sh packaging/run.sh [FOLDER]
# Without a display the whole loop runs on drawn sample
# data and leaves its results in FOLDER (default: labelwright-sample in the current folder).
set -eu
folder=${1:-$PWD/labelwright-sample}
cd "$(dirname "$0")/.."
. packaging/packages.sh
need_packages $build_packages

cmake --preset release -DLABELWRIGHT_TESTS=OFF >/dev/null
cmake --build --preset release

application=build/release/app/labelwright
cli=$PWD/build/release/app/labelwright-cli
if [ -x "$application" ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$application"
fi

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display: running the loop on sample data without one."
else
    echo "Running the loop on sample data in the terminal."
fi
if [ -e "$folder" ] && [ ! -e "$folder/landscapes.zip" ] && [ -n "$(ls -A "$folder")" ]; then
    echo "error: $folder holds other files; name another folder: sh packaging/run.sh FOLDER" >&2
    exit 1
fi
started=$(date +%s)
rm -rf "$folder.new"
mkdir -p "$folder.new"
work=$folder.new
project=$work/project
echo "Drawing landscapes …"
"$cli" sample --to "$work/landscapes.zip"
echo "Importing …"
"$cli" import --project "$project" "$work/landscapes.zip"
echo "Choosing a network …"
"$cli" advise --project "$project" --backbone none
echo "Training …"
"$cli" train --project "$project" --backbone none
echo "Evaluating on the test subset …"
"$cli" evaluate --project "$project"
"$cli" report --project "$project" --to "$work/report.html" >/dev/null
"$cli" export --project "$project" --format bundle --to "$work/model" >"$work/export.txt"
sed "s#$work#$folder#" "$work/export.txt"
rm "$work/export.txt"
rm -rf "$folder"
mv "$work" "$folder"
echo
echo "Done in $(($(date +%s) - started)) s. In $folder:"
echo "  report.html     curves, table of labels, confusion matrices, ROC"
echo "  model/          the exported model with examples in Python and C++"
echo "  project/        the project: go on with"
echo "                  $cli predict --project $folder/project IMAGE"
echo "  landscapes.zip  the drawn dataset"
