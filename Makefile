# The README's two commands are `make run` and `make test`; nothing else is needed before them.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
CODE := app domain adapters bot web scheduler sandbox tests bench docs
WORKERS ?= 3

.PHONY: run test lint chats bench coverage audit faults migrate pictures lock

run: .venv/run.stamp
	@$(BIN)/python -m app

# What is compiled is kept: the tests start the program many times.
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/dev.stamp lint
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

lint: .venv/dev.stamp
	@$(BIN)/ruff check $(CODE)
	@$(BIN)/ruff format --check $(CODE)
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/mypy

# Golden chats: shows what changed; `make chats WRITE=1` writes them anew.
chats: .venv/dev.stamp
	@$(BIN)/python -m pytest tests/chats -n 0 $(if $(WRITE),--write-chats)

bench: .venv/dev.stamp
	@$(BIN)/python -m bench

# Coverage over everything, the bot included.
coverage: .venv/dev.stamp
	@$(BIN)/python -m pytest -n $(WORKERS) --cov --cov-report=term:skip-covered

# Known weaknesses in what is locked; asks the package index.
audit: .venv/dev.stamp
	@$(BIN)/pip-audit --require-hashes -r requirements.lock

# Longer fault runs than people would wait for in `make test`.
faults: .venv/dev.stamp
	@KILLS=20 CODES=1000000 QUEUE_RUNS=300 $(BIN)/python -m pytest tests/faults tests/machines/test_queue_machine.py -n 0 -v
	@FIELD_TRIES=500 $(BIN)/python -m pytest tests/domain/forms -n 0
	@SHOTS=600 $(BIN)/python -m pytest tests/papers -n 0
	@SIGNATURE_TRIES=3000 $(BIN)/python -m pytest tests/signatures/test_fuzz.py -n 0

migrate: .venv/run.stamp
	@$(BIN)/python -m app migrate

# Pictures in docs/ are taken from the running program.
pictures: .venv/dev.stamp
	@$(BIN)/python -m docs.pictures

# Writes the locks anew from pyproject.toml; needs uv.
lock:
	uv lock --quiet
	uv export --quiet --no-dev --format requirements-txt --no-emit-project -o requirements.lock
	uv export --quiet --format requirements-txt --no-emit-project -o requirements-dev.lock
	rm uv.lock

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Otinim needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv

.venv/run.stamp: .venv/bin/python requirements.lock
	@echo "Putting what Otinim needs into .venv (once, about a minute)"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

.venv/dev.stamp: .venv/bin/python requirements-dev.lock
	@echo "Putting what the tests need into .venv (once, about a minute)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@ .venv/run.stamp
