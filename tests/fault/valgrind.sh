#!/bin/sh
# A small case under valgrind: reads of memory that nobody wrote, which the sanitizers of gcc do not see.
# usage: tests/fault/valgrind.sh BINARY
set -eu
bowline=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
check() {
    valgrind --quiet --error-exitcode=99 --leak-check=no --child-silent-after-fork=yes "$bowline" "$@" >out.txt 2>&1 || {
        code=$?
        cat out.txt
        echo "valgrind: bowline $1 ended with $code"
        exit 1
    }
}
check simulate data --seed 1 --ads 60 --rings 1
check run data/datapackage.json -o x.bowline --threads 2
check export x.bowline --format csv -o out
check report x.bowline -o x.html
for made in data/ads.csv x.bowline out/records.csv x.html; do
    [ -s "$made" ] || { echo "valgrind: $made was not made"; exit 1; }
done
echo 'valgrind: simulate, run, export and report read no memory that nobody wrote'
