#!/bin/sh
# Installs what is missing, builds Labelwright and runs every test: sh packaging/test.sh
# LABELWRIGHT_PRESET=asan runs them under AddressSanitizer and UndefinedBehaviorSanitizer.
set -eu
cd "$(dirname "$0")/.."
. packaging/packages.sh
need_packages $build_packages $test_packages

preset=${LABELWRIGHT_PRESET:-release}

# ONNX Runtime as a client of the exports; quick when it is there already.
client=build/$preset/peers/onnxruntime
if ! cmp -s tests/peers/onnxruntime/package-lock.json "$client/package-lock.json" \
    || [ ! -f "$client/node_modules/.package-lock.json" ]; then
    mkdir -p "$client"
    cp tests/peers/onnxruntime/package.json tests/peers/onnxruntime/package-lock.json "$client"
    npm ci --prefix "$client" --ignore-scripts --no-audit --no-fund || {
        rm -f "$client/package-lock.json"
        echo "error: npm could not install onnxruntime-node; try again with a network" >&2
        exit 1
    }
fi

cmake --preset "$preset" -DLABELWRIGHT_TESTS=ON -DLABELWRIGHT_WERROR="${CI:+ON}" >/dev/null
cmake --build --preset "$preset"
if [ "$preset" = asan ]; then
    # libtorch, Qt and fontconfig keep some memory until exit; a test asks for more than there is.
    export ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0:allocator_may_return_null=1}
fi
ctest --test-dir "build/$preset" --output-on-failure -j "$(nproc)" ${CI:+--no-tests=error}
