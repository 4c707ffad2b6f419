# What a checkout can do. `make` alone prints this list:
#
#   make demo       trace a ship in the sample case; sets up .venv with what graphkit needs to run, and no more
#   make test       set everything up, check the code, run all tests (needs a Chromium or Chrome)
#   make lint       ruff check, ruff format --check, mypy
#   make check-lists LISTS=folder
#                   the checks on full sanctions lists, which are too large for the repository
#   make golden     write the expected outputs in tests/golden anew; read the difference before you commit it
#   make lock       write requirements.lock and requirements-core.lock anew (needs uv; UPGRADE=1 takes newer versions)
#   make format     put the code into its form
#   make clean      remove what these targets made, .venv included
#
# Variables: PYTHON=python3.13 chooses the Python of a new .venv; ARGS='-k chains -x' goes to pytest.

PYTHON ?= python3 python3.13 python3.12 python3.11
UV ?= uv
VENV := .venv
BIN := $(VENV)/bin
LOCK := requirements.lock
CORE_LOCK := requirements-core.lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint check-lists lists-folder golden lock format clean

help:
	@sed -n 's/^#   //p' Makefile

demo: $(VENV)/.core-installed
	$(BIN)/graphkit demo

test: lint
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.all-installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

check-lists: lists-folder $(VENV)/.all-installed
	GRAPHKIT_LISTS="$$(cd "$(LISTS)" && pwd)" $(BIN)/python -m pytest tests/lists $(ARGS)

lists-folder:
	@[ -d "$(LISTS)" ] || { echo "LISTS=$(LISTS) is no folder; name the one with the lists:" \
	  "make check-lists LISTS=folder" >&2; exit 2; }

golden: $(VENV)/.all-installed
	GRAPHKIT_GOLDEN=write $(BIN)/python -m pytest -m golden $(ARGS)

format: $(VENV)/.all-installed
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# One universal lock for Python 3.11 and later, with hashes; hatchling and editables build graphkit itself.
# The second holds the part that runs graphkit, at the same versions.
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock"

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv: pip install uv, or UV=path to it" >&2; exit 2; }
	printf 'hatchling\neditables\n' | $(COMPILE) $(if $(UPGRADE),--upgrade) --all-extras -o $(LOCK) pyproject.toml -
	printf 'hatchling\neditables\n' | $(COMPILE) -c $(LOCK) -o $(CORE_LOCK) pyproject.toml -

clean:
	rm -rf $(VENV) build dist graphkit-demo .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Setting up. A stamp says that .venv holds what the lock asks for; a newer lock or pyproject.toml sets it up again.
INSTALL = $(BIN)/python -m pip --disable-pip-version-check install --quiet

$(VENV)/.core-installed: pyproject.toml $(CORE_LOCK) | $(BIN)/python
	@echo "Installing what graphkit needs into $(VENV) ..." >&2
	$(INSTALL) --require-hashes -r $(CORE_LOCK)
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.all-installed: pyproject.toml $(LOCK) | $(BIN)/python
	@echo "Installing graphkit, its server and the tools that check it into $(VENV) ..." >&2
	$(INSTALL) --require-hashes -r $(LOCK)
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(BIN)/python:
	@found=; \
	for python in $(PYTHON); do \
	  version=$$("$$python" -V 2>/dev/null) || continue; \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { found="$$found$${found:+, }$$version"; continue; }; \
	  "$$python" -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$$version is here without its venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; \
	    exit 2; }; \
	  exec "$$python" -m venv $(VENV); \
	done; \
	echo "graphkit needs Python 3.11 or newer; found: $${found:-none}. Install one, or name it with PYTHON=path." >&2; \
	exit 2
