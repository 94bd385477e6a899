# Everything that can be done here; `make help` lists it. Needs python3 and make, nothing else:
# the first command fetches uv into .uv/ and what requirements.lock pins into .venv/.

.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
UV     := .uv/bin/uv
READY  := $(VENV)/.ready
PEERS  := .peers/.ready
QUOTERS := build/statement-peers/.ready
COPIERS := build/copy-peers/.ready
VALIDATORS := build/validators/.ready
FUZZER := .fuzz/.ready
SECONDS := 60

export UV_NO_PROGRESS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# mkdocs-material announces a successor of mkdocs at every build.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help
help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(READY) ## Read the bundled demo story end to end and leave an HTML report
	@$(BIN)/runut demo

.PHONY: test
test: $(READY) ## Run the tests with coverage
	@$(BIN)/pytest -q --cov --cov-report=term:skip-covered

.PHONY: validators
validators: $(VALIDATORS) ## Install readers of our exports that others wrote; tests that need them are skipped else

.PHONY: check
check: $(READY) ## Lint, types, import contract, docs, wheel, lock, and what must not stand in the repository
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python quality/tracked.py
	@$(BIN)/python quality/lock.py --uv $(UV)
	@$(BIN)/mkdocs build --strict --quiet
	@$(BIN)/python quality/built.py
	@$(MAKE) wheel

.PHONY: wheel
wheel: $(READY) ## Build the wheel, install it into an empty environment and run it there
	@rm -rf build/wheel && mkdir -p build/wheel
	@$(UV) build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir build/wheel
	@$(UV) venv --quiet --python $(BIN)/python build/wheel/venv
	@$(UV) pip install --quiet --python build/wheel/venv --constraint requirements.lock build/wheel/*.whl
	@cd build/wheel && venv/bin/runut --help > /dev/null && venv/bin/runut demo > /dev/null && test -s runut-demo/index.html
	@echo "wheel: installs into an empty environment and runs there"

.PHONY: format
format: $(READY) ## Format the code and mend what can be mended without risk
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

.PHONY: quality
quality: $(READY) ## Score against the gold, compare with the pinned floors, and publish what was measured
	@$(BIN)/python quality/gate.py $(ARGS)
	@$(BIN)/python quality/published.py

.PHONY: bench
bench: $(READY) ## Time reading, attribution and start-up
	@$(BIN)/python bench/speed.py
	@$(BIN)/python bench/start.py

.PHONY: bench-pages
bench-pages: $(PEERS) ## Compare the reading of pages with other libraries: quality and time
	@PYTHONPATH=src .peers/bin/python bench/pages.py $(ARGS)

.PHONY: bench-statements
bench-statements: $(QUOTERS) ## Compare the reading of statements with other libraries: quality and time
	@PYTHONPATH=src build/statement-peers/bin/python bench/statements.py $(ARGS)

.PHONY: bench-hostile
bench-hostile: $(READY) ## Time pages made to exhaust a reader
	@$(BIN)/python bench/hostile.py

.PHONY: bench-copies
bench-copies: $(COPIERS) ## Compare the finding of copies with other libraries: recall by class, precision and time
	@PYTHONPATH=src build/copy-peers/bin/python bench/copies.py $(ARGS)

.PHONY: bench-gather
bench-gather: $(READY) ## Gather a web of 300 hosts, and count on its server what was asked
	@$(BIN)/python bench/gather.py $(ARGS)

.PHONY: bench-serve
bench-serve: $(READY) ## Time the server on one core, with the desk that bench-desk leaves
	@$(BIN)/python bench/serve.py $(ARGS)

.PHONY: bench-web
bench-web: $(READY) ## Time the desk in the browser, with the desk that bench-desk leaves
	@$(BIN)/python bench/web.py $(ARGS)

.PHONY: bench-batch
bench-batch: $(READY) ## Read crawls that we make into a lake, beside the plain functions
	@$(BIN)/python bench/batch.py $(ARGS)

.PHONY: bench-join
bench-join: $(READY) ## Trace 20,000, 60,000 and 200,000 articles in a lake (ARGS=--cap 2000 for so many MB at most)
	@$(BIN)/python bench/join.py $(ARGS)

.PHONY: bench-desk
bench-desk: $(READY) ## Time the desk with 100,000 articles (ARGS=--articles 10000 for fewer)
	@$(BIN)/python bench/desk.py $(ARGS)

.PHONY: fuzz
fuzz: $(FUZZER) ## Look for pages that break or slow the reader down, for a minute (SECONDS=60)
	@PYTHONPATH=src .fuzz/bin/python fuzz/pages.py build/fuzz -max_total_time=$(SECONDS) $(ARGS)

.PHONY: docs
docs: $(READY) ## Build the documentation site into site/
	@$(BIN)/mkdocs build --strict --quiet && echo "site/index.html"

.PHONY: generated
generated: $(READY) ## Write anew what is generated: the schema of records, the examples in the READMEs
	@$(BIN)/python docs/schema.py
	@$(BIN)/python docs/examples.py

.PHONY: lock
lock: $(UV) ## Make the lock files anew, with newer versions where there are any
	@$(UV) --quiet pip compile --upgrade $(COMPILE) pyproject.toml --group dev --output-file requirements.lock
	@echo "uv==$$($(UV) --version | cut -d ' ' -f 2)" | $(UV) --quiet pip compile $(COMPILE) - --output-file bootstrap.lock

COMPILE := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock"

.PHONY: clean
clean: ## Remove everything that was made here, the environments too
	@rm -rf .uv $(VENV) .peers .fuzz build dist site .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache runut-demo
	@find src tests bench quality docs -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment -------------------------------------------------------------------------------------------------

$(UV): bootstrap.lock
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || { echo "Python's venv module is missing (on Debian: apt-get install python3-venv)." >&2; exit 1; }
	@$(PYTHON) -m venv --clear .uv
	@.uv/bin/python -m pip install --quiet --require-hashes --requirement bootstrap.lock
	@touch $@

$(READY): $(UV) requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(UV) venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" $(VENV)
	@$(UV) pip sync --quiet --python $(VENV) --require-hashes requirements.lock
	@$(UV) pip install --quiet --python $(VENV) --no-deps --no-build-isolation --editable .
	@touch $@

# What Runut is compared with and fuzzed by stands apart from what it is made and tested with.

$(PEERS): $(UV) bench/peers.txt bench/peers-compiled.txt pyproject.toml
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" .peers
	@$(UV) pip install --quiet --python .peers --requirement pyproject.toml --requirement bench/peers.txt
	@$(UV) pip install --quiet --python .peers --requirement bench/peers-compiled.txt 2> /dev/null || echo "rs-trafilatura does not install here and is left out" >&2
	@touch $@

$(QUOTERS): $(UV) bench/statement-peers.txt pyproject.toml
	@mkdir -p build
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" build/statement-peers
	@$(UV) pip install --quiet --python build/statement-peers --requirement pyproject.toml --requirement bench/statement-peers.txt
	@touch $@

$(COPIERS): $(UV) bench/copy-peers.txt pyproject.toml
	@mkdir -p build
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" build/copy-peers
	@$(UV) pip install --quiet --python build/copy-peers --requirement pyproject.toml --requirement bench/copy-peers.txt
	@touch $@

$(VALIDATORS): $(UV) tests/validators.txt
	@mkdir -p build
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" build/validators
	@$(UV) pip install --quiet --python build/validators --requirement tests/validators.txt
	@touch $@

$(FUZZER): $(UV) fuzz/requirements.txt pyproject.toml
	@$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable if sys.version_info >= (3, 11) else ">=3.11")')" .fuzz
	@$(UV) pip install --quiet --python .fuzz --requirement pyproject.toml --requirement fuzz/requirements.txt
	@touch $@
