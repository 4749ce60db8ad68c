#!/bin/sh
# Kills `labelwright-cli train` (kill -9) at random points and resumes it until it ends, then
# compares the last weights with those of an undisturbed run on the same single thread.
#
#   sh tests/soak/kill_resume.sh [CLI [KILLS [EPOCHS]]]
#
# Works in a temporary folder; the last line is PASS or FAIL. Each kill waits for a random number
# of epochs of its process (0: it comes while the run starts) and a random time more, so that kills
# meet the run wherever it is, however fast the machine.
set -eu
cli=${1:-build/release/app/labelwright-cli}
kills=${2:-20}
epochs=${3:-$((8 * kills))}
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
blocks[0]["preprocessing"].update(width=96, height=96)
body = [{"block": "conv", "filters": 16, "kernel": 3, "stride": 2, "batchNorm": True},
        {"block": "residual", "filters": 24, "stride": 2}]
rest = [b for b in blocks[1:] if b["block"] not in ("conv", "residual")]
advice["settings"]["batchSize"] = 8
json.dump({"settings": advice["settings"], "spec": {"blocks": [blocks[0]] + body + rest}},
          open("spec.json", "w"))'

last_weights() {
    sha256sum "$1/runs/1/epoch-$(printf %04d "$epochs").safetensors" | cut -d' ' -f1
}
random_below() { echo $(($(od -An -N4 -tu4 /dev/urandom | tr -d ' ') % $1)); }
epochs_of() { grep -c '^epoch' "$1" || true; }
train() {
    "$cli" train --spec spec.json --epochs "$epochs" --threads 1 --seed 5 --precision f32 \
        --project "$1"
}
# Goes on with the killed run, or begins it where it was killed before it was made.
go_on() {
    if "$cli" experiment show 1 --project killed > /dev/null 2>&1; then
        exec "$cli" resume --project killed
    else
        exec "$cli" train --spec spec.json --epochs "$epochs" --threads 1 --seed 5 \
            --precision f32 --project killed
    fi
}

train whole > whole.log 2>&1 || { echo "FAIL: $(tail -n 1 whole.log)"; exit 1; }
expected=$(last_weights whole)
echo "undisturbed: $expected"

number=0
while [ "$number" -lt "$kills" ]; do
    : > output
    (go_on) > output 2>&1 &
    process=$!
    wanted=$(random_below 5)
    while kill -0 "$process" 2> /dev/null && [ "$(epochs_of output)" -lt "$wanted" ]; do
        sleep 0.02
    done
    wait_for=$(random_below 300)
    sleep "0.$(printf %03d "$wait_for")"
    if ! kill -9 "$process" 2> /dev/null; then
        wait "$process" || true
        echo "the run ended before kill $((number + 1)): $(tail -n 1 output)"
        break
    fi
    wait "$process" 2> /dev/null || true
    number=$((number + 1))
    echo "kill $number: $wait_for ms after epoch $wanted of this part;" \
        "$(sed -n 's/^epoch *\([0-9]*\).*/\1/p' output | tail -n 1 | grep . || echo no) epoch told"
done
(go_on) > output 2>&1 || true
actual=$(last_weights killed)
echo "killed $number times: $actual"
if [ "$actual" != "$expected" ]; then
    echo "FAIL: the weights differ: $(tail -n 1 output)"
    exit 1
elif [ "$number" -lt "$kills" ]; then
    echo "FAIL: the weights are the same, but only $number of $kills kills met the run;" \
        "give more epochs"
    exit 1
fi
echo "PASS: the same SHA-256 after $number kills"
