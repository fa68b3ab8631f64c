# Every target sets itself up: a plain Python >= 3.11 and make are all that is needed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
FTM_TRIED := $(VENV)/.ftm
DOCS_READY := $(VENV)/.docs
COMPILED := $(VENV)/.compiled

.PHONY: run test check format quality bench screenshots manual docs build clean

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "briefing needs Python 3.11 or newer; name one with: make PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

# Only some tests want followthemoney. It brings PyICU, which is compiled where it is installed, with a compiler and ICU.
$(FTM_TRIED): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[ftm]' \
		>$(FTM_TRIED).log 2>&1 || \
		echo "no followthemoney ($(FTM_TRIED).log says why): the tests that read with it are skipped" >&2
	@touch $@

# Else each start compiles all modules where PYTHONDONTWRITEBYTECODE is set.
$(COMPILED): $(READY) $(shell find briefing -name '*.py')
	@$(BIN)/python -m compileall -q briefing
	@touch $@

# Only the manual wants mkdocs.
$(DOCS_READY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[docs]'
	@touch $@

run: $(COMPILED)
	@$(BIN)/briefing $(ARGS)

test: $(COMPILED) $(FTM_TRIED)
	@$(BIN)/python -m pytest $(ARGS)

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo --no-cache

format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

quality: $(READY)
	@$(BIN)/python -m tests.quality $(ARGS)

bench: $(COMPILED)
	@$(BIN)/python -m bench $(ARGS)

screenshots: $(READY)
	@$(BIN)/python docs/make_screenshots.py

manual: $(READY)
	@$(BIN)/python docs/make_manual.py

docs: $(DOCS_READY)
	@$(BIN)/mkdocs build --quiet
	@$(BIN)/python .ci/site.py build/manual

build: $(READY)
	@$(BIN)/python -m build --no-isolation

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
