# Two commands are all a newcomer needs: `make sandbox` and `make test`. Both set everything up by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Compiled modules are kept, whatever the surroundings say: starting takes half as long with them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help sandbox chat run test check format bench clean
.DEFAULT_GOAL := help

help: ## shows this list
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Mujaz needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up $(VENV) (once; takes about half a minute) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(BIN)/uv sync --quiet --locked --inexact --compile-bytecode --python $(BIN)/python
	@$(BIN)/python -m compileall -q bot briefs
	@$(BIN)/mujaz build >/dev/null || true  # a library with faults is reported by whatever opens it
	@touch $@

sandbox: $(READY) ## opens the bot in the browser, in a Telegram of its own; no token needed
	@$(BIN)/mujaz sandbox

chat: $(READY) ## talks to the bot in this terminal; no token needed
	@$(BIN)/mujaz chat

run: $(READY) ## runs the bot on Telegram; needs MUJAZ_TOKEN
	@$(BIN)/mujaz run

test: $(READY) ## runs the tests
	@$(BIN)/python -m pytest -q --numprocesses=auto --dist=worksteal

check: $(READY) ## ruff, mypy and the library's own check
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/mujaz check

format: $(READY) ## formats the code and sorts its imports
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

bench: $(READY) ## prints how fast answers come
	@$(BIN)/python -m tests.bench.answering
	@$(BIN)/python -W ignore -m tests.bench.throughput

clean: ## removes the environment and all caches
	@rm -rf $(VENV) .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
