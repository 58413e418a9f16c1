# Every target sets up what it needs in .venv and is quick when nothing has changed.
PYTHON ?= python3
ARTICLES ?= tests/articles
BIN := .venv/bin

.PHONY: run test lint bench score fuzz axe clean

run: .venv/run-ready .venv/compiled
	@$(BIN)/samestory $(ARTICLES)

test: .venv/test-ready .venv/compiled
	$(BIN)/coverage run -m pytest
	$(BIN)/coverage report

lint: .venv/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/test-ready
	$(BIN)/python tests/benchmark.py $(ARTICLES)

# Who said what, held against a folder of articles that people annotated: NAME.txt beside NAME.ann, as PolNeAR has them.
score: .venv/test-ready
	$(BIN)/python tests/score.py $(ARTICLES)

# Seeds are files and folders, pages that you saved among them: make fuzz SEEDS="tests/articles pages"
fuzz: .venv/test-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	$(BIN)/python tests/fuzz.py $(SEEDS)

# Is the page within everybody's reach? Needs Chromium and npm, which only this target wants.
axe: .venv/test-ready
	npm install --silent --no-audit --no-fund --prefix .venv axe-core
	$(BIN)/pytest tests/test_page.py

clean:
	rm -rf .venv

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/run-ready: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# An edited module is compiled here and once, so that the command starts fast even where Python may not write its cache.
.venv/compiled: .venv/bin/python $(wildcard src/*.py)
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/test-ready: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/run-ready
