# The two commands that matter: `make run` and `make test`.

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
# Where the database, media and prepared files are kept.
DATA_DIR ?= var

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
# Every package is pinned with its hashes, so nothing else is asked for.
PIP := $(BIN)/python -m pip --disable-pip-version-check -q install \
	--no-deps --require-hashes
APPS := literacy quizzes courses campaigns
# What is typed strictly: the parts that are plain questions and verbs.
STRICT = $(shell find $(APPS) -name '*.py' -not -path '*/migrations/*' \
	-not -name block.py -not -name panel.py \
	\( -path 'quizzes/scoring/*' -o -path 'quizzes/formats/*/*' -o -path '*/services*' \
	-o -path '*/queries*' -o -path '*/access*' \))
STATIC := $(DATA_DIR)/static/staticfiles.json
TEMPLATES = $(shell find $(APPS) -path '*/templates/*' -name '*.html')

.PHONY: run test quick lint bench pin browser clean

## The site with its demo content; a second run keeps the data.
run: export DJANGO_SETTINGS_MODULE ?= literacy.settings.dev
run: export SITE_URL ?= http://$(HOST):$(PORT)
run: export DATA_DIR := $(DATA_DIR)
run: .venv/runtime $(STATIC)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createcachetable --verbosity 0
	@$(MANAGE) compile_messages
	@$(MANAGE) demo
	@$(MANAGE) update_index --verbosity 0
	@echo
	@echo "  The site   http://$(HOST):$(PORT)/"
	@echo "  The CMS    http://$(HOST):$(PORT)/cms/"
	@echo "  Stop it with Ctrl+C. The data is kept in $(DATA_DIR)/."
	@echo
	@exec $(MANAGE) serve --host $(HOST) --port $(PORT) --with-schedule

# Hashed and compressed copies of what pages load.
$(STATIC): .venv/runtime $(shell find static $(APPS:%=%/static) -type f 2>/dev/null)
	@echo "Preparing static files …"
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

## Everything that can be checked, browser included.
test: lint
	$(BIN)/python -m pytest $(PYTEST_ARGS)

## The tests that need no browser and no server, those that failed last time first.
quick: .venv/tests
	$(BIN)/python -m pytest -m "not browser and not servers" --failed-first $(PYTEST_ARGS)

## Everything but the tests themselves.
lint: .venv/tests browser
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(if $(TEMPLATES),$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES))
	$(if $(STRICT),$(BIN)/mypy $(STRICT))
	$(MANAGE) makemigrations --check --dry-run --settings literacy.settings.test

## Requests a second and CPU time of the main pages, and what reports cost, as tables.
bench: .venv/tests
	$(BIN)/python -m tests.benchmarks.bench_pages
	$(BIN)/python -m tests.benchmarks.bench_item_analysis

## Writes requirements.txt anew from pyproject.toml.
pin:
	$(PYTHON) .ci/pin.py

# What the tests need beside Python packages.
browser:
	@.ci/need chromium libfribidi0 nginx
	@cd tests/browser && { cmp -s package-lock.json node_modules/.lock || \
		{ npm ci --silent --no-audit --no-fund && \
		cp package-lock.json node_modules/.lock; }; }

clean:
	rm -rf .venv var tests/browser/node_modules

# Markers of what is installed, renewed when requirements.txt changes.
.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make run PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: requirements.txt | .venv/python
	sed '/^# For tests and tools/,$$d' requirements.txt > .venv/runtime.txt
	$(PIP) -r .venv/runtime.txt
	@touch $@

.venv/tests: requirements.txt | .venv/python
	$(PIP) -r requirements.txt
	@touch $@ .venv/runtime
