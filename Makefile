# Every target sets up what it needs in .venv and is quick when nothing has changed.
PYTHON ?= python3
ARTICLES ?= tests/articles
BIN := .venv/bin

.PHONY: run test lint bench fuzz clean

run: .venv/run-ready
	@$(BIN)/samestory $(ARTICLES)

test: .venv/test-ready
	$(BIN)/pytest

lint: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/test-ready
	$(BIN)/python tests/benchmark.py $(ARTICLES)

fuzz: .venv/test-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python tests/fuzz.py $(SEEDS)

clean:
	rm -rf .venv

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run-ready: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/test-ready: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/run-ready
