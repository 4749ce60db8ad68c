#!/bin/sh
# Kills a training run (kill -9) at random points and resumes it until it ends, then compares the
# last weights with those of an undisturbed run on the same single thread.
#
#   sh tests/soak/kill_and_resume.sh [BUILD_FOLDER [KILLS]]
set -eu
build=${1:-build/release}
kills=${2:-20}
trainee=$build/tests/core/nn/nn_trainee
[ -x "$trainee" ] || { echo "error: $trainee is missing; build the target nn_trainee" >&2; exit 1; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

epochs=$((kills + 10))
start=$(date +%s%N)
expected=$("$trainee" "$folder/whole" "$epochs" | sed -n 's/^sha256 //p')
milliseconds=$((($(date +%s%N) - start) / 1000000))
echo "undisturbed: $expected in $milliseconds ms"

# Each kill comes within a random part of what one epoch takes four times over.
reach=$((4 * milliseconds / epochs + 200))
done_kills=0
while [ "$done_kills" -lt "$kills" ]; do
    "$trainee" "$folder/killed" "$epochs" > "$folder/output" 2>&1 &
    process=$!
    random=$(od -An -N2 -tu2 /dev/urandom | tr -d ' ')
    wait_for=$((random % reach))
    sleep "$(printf '%d.%03d' $((wait_for / 1000)) $((wait_for % 1000)))"
    if kill -9 "$process" 2> /dev/null; then
        done_kills=$((done_kills + 1))
        wait "$process" 2> /dev/null || true
        echo "kill $done_kills after $wait_for ms, $(grep -c '^epoch' "$folder/output" || true) epochs done in this part"
    else
        echo "the run ended before kill $((done_kills + 1)); starting another"
        wait "$process" || true
        rm -rf "$folder/killed"
    fi
done
actual=$("$trainee" "$folder/killed" "$epochs" | sed -n 's/^sha256 //p')
echo "killed $kills times: $actual"
[ "$actual" = "$expected" ] || { echo "error: the weights differ" >&2; exit 1; }
echo "the weights are the same"
