# The front door. `make demo` and `make test` are all that a bare Debian 12 needs.
.PHONY: help demo demo-audio demo-page test build check check-deep bench clean

help:  ## this list
	@sed -n 's/^\([a-z-]*\): *## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

demo:  ## a simulated listener through the whole program; installs and builds what it needs
	@scripts/demo

demo-audio:  ## free music from Debian packages (260 MB) through attune's ears: what is alike, a playlist
	@scripts/demo-audio

demo-page:  ## the simulated listener in a browser, at an address that it prints; Ctrl-C ends it
	@scripts/demo-page

test:  ## what CI runs: install, build, unit, contract, layer and transcript tests, sanitizers, fuzz corpora
	@scripts/test

build:  ## the release program at build/attune
	@scripts/build

check:  ## before a commit: layout, clang-tidy of what changed, build with sanitizers, tests
	@scripts/check

check-deep:  ## everything else, hours: clang-tidy, all sanitizers, clang, fuzzing, stress, kill series, benchmarks; goes on where it stopped
	@scripts/check-deep

bench:  ## benchmarks/import against a Python peer and the floor
	@benchmarks/import/run.py

clean:  ## removes build/
	rm -rf build
