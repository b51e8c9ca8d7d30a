# Two commands are all a stranger needs: `make serve` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; break; fi; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
HOST ?= 127.0.0.1
PORT ?= 8000
CATALOGUES := $(wildcard src/zhargy/*/locale/*/LC_MESSAGES/*.po)

.PHONY: help
help: ## List the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: serve
serve: $(VENV)/.words ## Install, prepare the library with the sample acts, open the portal on http://127.0.0.1:8000
	@$(BIN)/zhargy library add --sample
	@$(BIN)/zhargy serve --host $(HOST) --port $(PORT) --open

.PHONY: test
test: $(VENV)/.dev system lint types ## Install everything and run every check and test
	$(BIN)/python -m pytest -n 2 --dist loadfile
	PYTHONHASHSEED=2 $(BIN)/python -m pytest -q -n 2 -m "not slow and not browser and not ocr"

.PHONY: check
check: $(VENV)/.dev lint types ## The fast loop: lint, types, unit tests
	$(BIN)/python -m pytest -q -n 2 -m "not slow and not browser and not ocr and not real_data"

.PHONY: lint
lint: $(VENV)/.dev ## Style and layers
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/lint-imports

.PHONY: types
types: $(VENV)/.dev ## Strict types of src and tests
	$(BIN)/mypy

.PHONY: system
system: ## Install the distribution's packages that some tests use (as root on Debian or Ubuntu)
	@sh tools/system_packages.sh

.PHONY: pins
pins: $(VENV)/.dev ## Compile requirements/*.txt anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml requirements/base.in -o requirements/base.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--all-extras pyproject.toml requirements/base.in requirements/dev.in -o requirements/dev.txt

.PHONY: clean
clean: ## Remove the environment and the caches (never the library)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Zhargy needs Python 3.11 or newer; none was found on the PATH." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.base: $(BIN)/python requirements/base.txt pyproject.toml hatch_build.py
	$(PIP) install --require-hashes -r requirements/base.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.words: $(VENV)/.base hatch_build.py $(CATALOGUES)
	$(BIN)/python hatch_build.py
	@touch $@

$(VENV)/.dev: $(VENV)/.base requirements/dev.txt | $(VENV)/.words
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@
