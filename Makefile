# Two commands matter: `cargo run --release -- demo` and `make test`.

PYTHON := .venv/bin/python
APT_PACKAGES := chromium python3-venv postgresql
RELEASE := target/release/replate

.PHONY: test tools unit day crash bad-input browser feeds surfaces newcomer screenshots bench clean-tools

## Everything: installs what the tests need, then runs all of it.
test: tools unit $(RELEASE)
	@eval/suite

## What the tests need beside Rust: Debian's chromium and PostgreSQL, and Python judges in a virtual environment.
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
