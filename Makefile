# Two commands matter: `cargo run --release -- demo` and `make test`.

PYTHON := .venv/bin/python
APT_PACKAGES := chromium python3-venv postgresql iproute2
RELEASE := target/release/replate

# Where `make install` puts things; DESTDIR is what packages set.
PREFIX ?= /usr/local
DESTDIR ?=
PROFILE ?= dist
BINDIR := $(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share
UNITS := $(DESTDIR)$(PREFIX)/lib/systemd/system
BUILT := target/$(PROFILE)/replate

.PHONY: test tools unit day crash bad-input browser feeds surfaces newcomer screenshots extraction bench-search clean-tools

## Everything: installs what the tests need, then runs all of it.
test: tools unit $(RELEASE)
	@eval/suite

## What the tests need beside Rust: Debian's chromium, PostgreSQL and iproute2, and Python judges in a virtual environment.
tools: .venv/ready
.venv/ready: eval/requirements.txt Makefile
	@eval/install $(APT_PACKAGES)
	@python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check -r eval/requirements.txt
	@touch $@

## Unit tests, properties and the house rules.
unit:
	@eval/unit

.PHONY: $(RELEASE)
$(RELEASE):
	cargo build --release --workspace --quiet

## One part alone.
day: $(RELEASE)
	$(RELEASE) demo --check
crash: $(RELEASE) tools
	eval/crash --kills 100
	eval/crash --kills 100 --store postgres
	eval/crash --kills 100 --store postgres --kill-server
bad-input: $(RELEASE)
	eval/bad-input
browser: $(RELEASE) tools
	$(PYTHON) eval/browser.py
feeds: $(RELEASE) tools
	$(PYTHON) eval/feeds.py
surfaces: $(RELEASE) tools
	$(PYTHON) eval/surfaces.py
	$(PYTHON) eval/surfaces.py --store postgres
newcomer: $(RELEASE) tools
	eval/newcomer
screenshots: $(RELEASE) tools
	$(PYTHON) eval/screenshots.py
## Our reader and other extractors on the same pages: a table and a picture under target/extraction; an hour or two
## the first time, `eval/extraction/run --quick` some minutes. Needs REPLATE_TESTDATA.
extraction:
	eval/extraction/run
## How long searches take among 100,000 versions, on both databases; some minutes.
bench-search: $(RELEASE) tools
	eval/postgres target/release/bench-search

## Puts the program, its manual, completions and the systemd unit in place.
.PHONY: install uninstall $(BUILT)-built
$(BUILT)-built:
	cargo build --profile $(PROFILE) --locked --package replate
install: $(BUILT)-built
	install -D -m 755 $(BUILT) $(DESTDIR)$(BINDIR)/replate
	install -d $(SHARE)/man/man1 $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d $(UNITS)
	$(BUILT) man --out $(SHARE)/man/man1
	$(BUILT) completions bash > $(SHARE)/bash-completion/completions/replate
	$(BUILT) completions zsh > $(SHARE)/zsh/site-functions/_replate
	$(BUILT) completions fish > $(SHARE)/fish/vendor_completions.d/replate.fish
	sed 's|@BINDIR@|$(BINDIR)|' packaging/replate.service > $(UNITS)/replate.service
	chmod 644 $(UNITS)/replate.service
uninstall:
	rm -f $(DESTDIR)$(BINDIR)/replate $(SHARE)/man/man1/replate.1 $(SHARE)/man/man1/replate-*.1
	rm -f $(SHARE)/bash-completion/completions/replate $(SHARE)/zsh/site-functions/_replate $(SHARE)/fish/vendor_completions.d/replate.fish $(UNITS)/replate.service
