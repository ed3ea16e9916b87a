# Everything a person types. `make` alone lists it.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
READY := $(VENV)/.ready
READY_TO_CHECK := $(VENV)/.ready-to-check
EVAL ?= ../shared/eval
FUZZ ?= 15
# A file's tests stay together: they share what they build.
SPREAD := --numprocesses auto --maxprocesses 4 --dist loadfile
FOLDER ?= $(firstword $(wildcard $(EVAL)/articles) data/articles)

# Material for MkDocs prints a banner about another project's plans on every run without this.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help setup brief serve test fuzz lint score bench portability lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: $(READY) ## install what the generator needs into .venv

brief: $(READY) ## distil what changed and build the site into site/
	@sh .ci/install-east-asian $(BIN)/python data/articles
	@$(BIN)/mkdocs build --strict
	@echo "The brief: site/index.html and site/brief.pdf (or 'make serve', which shows every change as you save it)"

serve: $(READY) ## show the site on http://127.0.0.1:8000 and follow every change
	@$(BIN)/mkdocs serve --livereload

test: lint ## style, types, and every test, in a real browser too
	@sh .ci/install-browser
	@$(BIN)/pytest $(SPREAD)

fuzz: $(READY_TO_CHECK) ## a hundred thousand inputs that try to do harm, others every time: FUZZ=15 times those of the tests
	@FUZZ=$(FUZZ) $(BIN)/pytest tests/fuzz

lint: $(READY_TO_CHECK) ## style and types
	@$(BIN)/ruff check --output-format concise
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy

score: $(READY_TO_CHECK) ## compare with hand-made annotations: EVAL=FOLDER with articles/, gold/ and score.py
	@$(BIN)/python benchmarks/score.py "$(EVAL)"

bench: $(READY_TO_CHECK) ## words per second of distilling, every step, how merging grows, a large site: FOLDER=articles
	@$(BIN)/python benchmarks/distilling.py "$(FOLDER)"
	@$(BIN)/python benchmarks/steps.py "$(FOLDER)"
	@$(BIN)/python benchmarks/merging.py "$(FOLDER)"
	@$(BIN)/python benchmarks/typesetting.py
	@$(BIN)/python benchmarks/loading.py
	@$(BIN)/python -m benchmarks.site "$(FOLDER)"

portability: $(READY_TO_CHECK) ## build the site with all three builders
	@BIN=$(BIN) sh .ci/portability

lock: $(READY_TO_CHECK) ## choose the newest fitting versions and write them down with their hashes
	@$(BIN)/python -m uv pip compile $(LOCK) --group setup --output-file requirements.txt
	@$(BIN)/python -m uv pip compile $(LOCK) --extra east-asian --constraint requirements.txt --output-file requirements-east-asian.txt
	@$(BIN)/python -m uv pip compile $(LOCK) --group setup --group dev --constraint requirements.txt --output-file requirements-dev.txt
LOCK := pyproject.toml --quiet --upgrade --universal --python-version 3.12 --generate-hashes \
	--no-header --no-annotate --no-emit-index-url --no-emit-find-links

clean: ## remove what was made, but for .venv and data/distilled
	@rm -rf site build data/.cache .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@python=$$(sh .ci/find-python) && { "$$python" -m venv --clear $(VENV) || \
		{ echo "$$python cannot make virtual environments: install its venv package (Debian: python3-venv)." >&2; exit 1; }; }

$(READY): requirements.txt pyproject.toml | $(BIN)/python
	@echo "Installing into $(VENV) ..."
	@$(PIP) install -qq --require-hashes -r requirements.txt
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_TO_CHECK): requirements-dev.txt | $(READY)
	@$(PIP) install -qq --require-hashes -r requirements-dev.txt
	@touch $@
