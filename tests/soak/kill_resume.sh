#!/bin/sh
# Kills `labelwright-cli train` (kill -9) at random points and resumes it until it ends, then
# compares the last weights with those of an undisturbed run on the same single thread.
#
#   sh tests/soak/kill_resume.sh [CLI [KILLS [EPOCHS]]]
#
# Works in a temporary folder; the last line is PASS or FAIL.
set -eu
cli=${1:-build/release/app/labelwright-cli}
kills=${2:-20}
epochs=${3:-40}
[ -x "$cli" ] || { echo "error: $cli is missing; build the target labelwright-cli" >&2; exit 1; }
case $cli in /*) ;; *) cli=$PWD/$cli ;; esac

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export XDG_DATA_HOME="$folder/user"
unset LABELWRIGHT_BACKBONES

"$cli" sample --to sample.zip --count 40 --seed 4 > /dev/null
"$cli" import sample.zip --project whole > /dev/null
cp -r whole killed
"$cli" advise --project whole --json | python3 -c '
import json, sys
advice = json.load(sys.stdin)
blocks = advice["spec"]["blocks"]
blocks[0]["preprocessing"].update(width=48, height=48)
conv = {"block": "conv", "filters": 8, "kernel": 3, "stride": 2, "batchNorm": True}
rest = [b for b in blocks[1:] if b["block"] not in ("conv", "residual")]
advice["settings"]["batchSize"] = 8
json.dump({"settings": advice["settings"], "spec": {"blocks": [blocks[0], conv] + rest}},
          open("spec.json", "w"))'

last_weights() {
    sha256sum "$1/runs/1/epoch-$(printf %04d "$epochs").safetensors" | cut -d' ' -f1
}
now() { echo $(($(date +%s%N) / 1000000)); }
train="--spec spec.json --epochs $epochs --threads 1 --seed 5 --precision f32"

begin=$(now)
# shellcheck disable=SC2086
"$cli" train $train --project whole > /dev/null
whole=$(($(now) - begin))
expected=$(last_weights whole)
echo "undisturbed: $expected in $whole ms"

done_kills=0
finished=no
while [ "$done_kills" -lt "$kills" ]; do
    # A run that ended before its last kill begins again, so that every kill meets a run.
    if [ "$finished" = yes ]; then
        actual=$(last_weights killed)
        [ "$actual" = "$expected" ] || { echo "FAIL: $actual after $done_kills kills"; exit 1; }
        echo "the run ended with the same weights; starting another"
        rm -rf killed/runs killed/project.sqlite* killed/project.lock killed/originals killed/cache \
            killed/scores
        "$cli" import sample.zip --project killed > /dev/null
        finished=no
    fi
    if [ -d killed/runs/1 ] || "$cli" experiment show 1 --project killed > /dev/null 2>&1; then
        "$cli" resume --project killed > output 2>&1 &
    else
        # shellcheck disable=SC2086
        "$cli" train $train --project killed > output 2>&1 &
    fi
    process=$!
    random=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
    wait_for=$((random % whole))
    sleep "$(printf '%d.%03d' $((wait_for / 1000)) $((wait_for % 1000)))"
    if kill -9 "$process" 2> /dev/null; then
        wait "$process" 2> /dev/null || true
        done_kills=$((done_kills + 1))
        stored=$(ls killed/runs/1/ 2> /dev/null | sed -n 's/^validation-0*\([0-9]*\)\.scores$/\1/p' |
            sort -n | tail -1)
        echo "kill $done_kills after $wait_for ms, ${stored:-0} of $epochs epochs stored"
    else
        if ! wait "$process"; then
            echo "FAIL: $(tail -1 output)"
            exit 1
        fi
        finished=yes
    fi
done
if [ "$finished" = no ]; then
    if "$cli" experiment show 1 --project killed > /dev/null 2>&1; then
        "$cli" resume --project killed > output 2>&1 || true
    else
        # shellcheck disable=SC2086
        "$cli" train $train --project killed > output 2>&1
    fi
fi
actual=$(last_weights killed)
echo "killed $done_kills times: $actual"
if [ "$actual" = "$expected" ]; then
    echo "PASS: the same SHA-256 after $done_kills kills"
else
    echo "FAIL: the weights differ: $(tail -1 output)"
    exit 1
fi
