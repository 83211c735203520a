PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/

.PHONY: help
help: ## list what make can do
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16
