# Everything a person does with the portal, by name. `make` alone lists it.
PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
TESTS ?= tests
WORKERS ?= auto
RUN := $(VENV)/bin
MANAGE := $(RUN)/python manage.py
# The environment sits in a folder; a shared one may be a link, so the marks are kept beside what they mark.
RUNS := $(VENV)/.base
TESTED := $(VENV)/.test
SOURCES := home news procedures docs questions site tests bench manage.py

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench audit messages requirements clean

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUNS) ## set up an invented commune and serve it on PORT (8000)
	@DEBUG=false $(MANAGE) serve_demo --port $(PORT)

test: $(TESTED) ## run all tests; TESTS=path or ONLY=mark runs some
	$(RUN)/pytest -n $(WORKERS) $(if $(ONLY),-m $(ONLY)) $(TESTS)

lint: $(TESTED) ## check style, types, layers, templates, migrations and translations
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	PYTHONPATH=site $(RUN)/lint-imports --no-logo
	$(RUN)/djlint --lint --quiet .
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) messages --check
	$(RUN)/mypy

format: $(TESTED) ## put code in the common form
	$(RUN)/ruff check --fix .
	$(RUN)/ruff format .

bench: $(TESTED) ## measure speed and size with the files in CORPUS=folder
	$(RUN)/python -m bench.portal --corpus $(CORPUS)
	$(RUN)/python -m bench.search --corpus $(CORPUS)
	$(RUN)/python -m bench.search_numbers --documents $(CORPUS)/documents.jsonl.gz
	$(RUN)/python -m bench.chain

audit: $(TESTED) ## look for known holes in what the portal stands on and in its settings
	$(RUN)/pip-audit --requirement requirements/production.txt --disable-pip --require-hashes
	DJANGO_SETTINGS_MODULE=portal.settings.production SECRET_KEY=$$(openssl rand -hex 40) \
		ALLOWED_HOSTS=localhost $(MANAGE) check --deploy --fail-level WARNING

messages: $(TESTED) ## bring the catalogues of texts in step with the source
	$(MANAGE) messages

requirements: $(TESTED) ## pin the newest allowed versions of everything
	cd requirements && for set in base production test; do \
		CUSTOM_COMPILE_COMMAND='make requirements' ../$(RUN)/pip-compile --quiet --upgrade --generate-hashes \
			--strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
			--output-file $$set.txt $$set.in; done

clean: ## remove the environment and everything the portal wrote
	rm -rf $(VENV) var .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(RUNS): requirements/base.txt | $(VENV)/bin/python
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

$(TESTED): requirements/test.txt | $(VENV)/bin/python
	$(RUN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@ $(RUNS)
