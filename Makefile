# `make` alone lists what there is. Extra words for the tests: make test ARGS="-k letter"
.DEFAULT_GOAL := help
.PHONY: help run test sure lint types arrows house prove bench golden pictures lock hooks clean \
	environment test-environment

BIN := .venv/bin
ARGS ?=
P ?=
PYTEST := $(BIN)/python -m pytest

help:  ## list what there is
	@echo "make run     starts the hub at http://localhost:8000; everything it needs, it sets up itself"
	@echo "make test    proves that it works"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1|\2/p' Makefile | awk -F'|' '{printf "%-12s%s\n", $$1, $$2}'

run: environment  ## start the hub: web and work in one process, all it keeps in one folder
	@exec $(BIN)/hub serve

test: test-environment  ## run every test, with a real PostgreSQL, Redis and browser (ARGS="-k letter")
	@setup/companions
	$(PYTEST) -n 2 --dist worksteal $(ARGS)

sure: lint types arrows house test  ## everything a change must pass: lint, types, arrows, house, test

lint: test-environment  ## ruff: every rule, and the format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: test-environment  ## mypy, strict
	$(BIN)/mypy

arrows: test-environment  ## who may import whom (import-linter)
	$(BIN)/lint-imports

house: test-environment  ## the tests on the code itself
	$(PYTEST) -n 2 -q tests/house $(ARGS)

prove: test-environment  ## prove promises to their full figure and write it down (P=P2)
	@[ -n "$(P)" ] || { echo "Say which promise: make prove P=P2" >&2; exit 2; }
	@setup/companions
	$(PYTEST) --prove "$(P)" -o faulthandler_timeout=0 $(ARGS)

bench: test-environment  ## measure the speed that is promised
	@setup/companions
	$(PYTEST) --bench -s -o faulthandler_timeout=0 $(ARGS)

golden: test-environment  ## write the golden files anew; look at the difference before you keep it
	@setup/companions
	$(PYTEST) --golden $(ARGS)

pictures: test-environment  ## make the pictures in docs/pictures anew
	@setup/companions
	$(PYTEST) --pictures $(ARGS)

lock: test-environment  ## pin the newest packages that go together (needs uv)
	uv pip compile --upgrade --quiet --generate-hashes --universal --python-version 3.11 \
		--no-emit-index-url --custom-compile-command "make lock" requirements.in -o requirements.txt
	uv pip compile --upgrade --quiet --generate-hashes --universal --python-version 3.11 \
		--no-emit-index-url --custom-compile-command "make lock" -c requirements.txt \
		requirements-dev.in -o requirements-dev.txt

hooks: test-environment  ## check each commit before it is made (works without a network)
	$(BIN)/pre-commit install

clean:  ## remove what was set up and made; what the hub keeps in data/ stays
	rm -rf .venv var *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@python=$$(setup/python) && exec "$$python" setup/install.py requirements.txt

test-environment:
	@python=$$(setup/python) && exec "$$python" setup/install.py requirements-dev.txt
