# Debian packages Labelwright needs; read by run.sh and test.sh with `. packaging/packages.sh`.

build_packages="g++ cmake ninja-build pkg-config ccache
qt6-base-dev qt6-charts-dev libqt6opengl6-dev libxkbcommon-dev qt6-5compat-dev
qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-image-formats-plugins libqt6sql6-sqlite
libtorch-dev libopenblas0-pthread libopencv-dev libquazip1-qt6-dev libsqlite3-dev
libexpected-dev libcli11-dev libmicrohttpd-dev libonnx-dev libprotobuf-dev"

deb_packages="dpkg-dev file desktop-file-utils appstream"

test_packages="libgtest-dev libgmock-dev universal-ctags zip curl openssl
python3-torch python3-torchvision python3-sklearn python3-opencv python3-onnx"

# A client of the exports comes from npm; any npm will do, not only Debian's.
command -v npm >/dev/null 2>&1 || test_packages="$test_packages nodejs npm"

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages NAME...: installs those that are missing; quick when none is.
need_packages() {
    missing=""
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' \
            || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null 2>&1 || {
        echo "error: these Debian packages are missing and there is no apt-get:$missing" >&2
        exit 1
    }
    echo "Installing:$missing"
    # shellcheck disable=SC2086
    as_root apt-get update -q >/dev/null \
        && as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -q --no-install-recommends $missing >/dev/null || {
        echo "error: the packages$missing could not be installed; install them by hand and try again" >&2
        exit 1
    }
}
