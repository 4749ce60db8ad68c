#!/bin/sh
# Installs what is missing, builds Labelwright without its tests and makes a Debian package of it:
# sh packaging/deb.sh [FOLDER]    the package goes to FOLDER (default: build/deb)
set -eu
cd "$(dirname "$0")/.."
folder=${1:-build/deb}
. packaging/packages.sh
need_packages $build_packages $deb_packages

cmake --preset release -B build/package -DLABELWRIGHT_TESTS=OFF -DLABELWRIGHT_BENCHMARKS=OFF >/dev/null
cmake --build build/package
desktop-file-validate resources/desktop/labelwright.desktop
appstreamcli validate --no-net resources/desktop/*.metainfo.xml
mkdir -p "$folder"
rm -f "$folder"/labelwright_*.deb
cpack -G DEB --config build/package/CPackConfig.cmake -B "$folder"
rm -rf "$folder/_CPack_Packages"
echo "Install it with: sudo apt install $(realpath "$folder"/labelwright_*.deb)"
