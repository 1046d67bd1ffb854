# Thin: each target says what it does and calls the tool that does it.
.PHONY: all release setup demo test quality bench install uninstall help clean
PREFIX ?= /usr/local

all: release

help:
	@echo 'make            install what is needed, build the release binary at build/release/bowline'
	@echo 'make demo       the same, then invent a case, run it, write the report'
	@echo 'make test       install what is needed, build, and pass all tests'
	@echo 'make quality    recompute tests/quality/results.csv'
	@echo 'make bench      throughput, peak memory and ratios to the limits of this machine'
	@echo 'make install    install binary, headers, man pages and completions under PREFIX ($(PREFIX))'
	@echo 'make uninstall  remove what make install installed'
	@echo 'make clean      remove build/ and demo/'

setup:
	@tools/setup --for build

release: setup
	@tools/build release

demo: release
	@tools/demo

test:
	@tools/setup --for test
	@tools/test

quality: release
	@tools/quality

bench:
	@tools/setup --for bench
	@tools/build release
	@tools/bench

install: release
	@cmake --install build/release --prefix $(PREFIX)

uninstall:
	@test -f build/release/install_manifest.txt || { echo 'uninstall: nothing was installed from here'; exit 1; }
	@xargs rm -vf <build/release/install_manifest.txt

clean:
	rm -rf build demo
