# The plugin needs no build; this sets up a machine to try it, test it and check it.
.PHONY: help setup demo test badfiles lint benchmark models docs translations screenshots clean

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*##/make \1\t/p' Makefile

setup: .venv/.ready  ## install what is missing: QGIS and libraries from Debian, the rest into .venv

.venv/.ready: requirements.txt tests/requirements.txt scripts/setup.sh
	scripts/setup.sh
	touch $@

demo: setup  ## classify a synthetic tile, or TILE=/path/to/tile.h5, into build/demo
	@scripts/demo.sh "$(TILE)"

test: setup  ## run the tests without a display
	scripts/isolated.sh build/test-home .venv/bin/python -m pytest

badfiles: setup  ## try hundreds of damaged and unusual files on all algorithms (SEED=n for others)
	scripts/isolated.sh build/test-home .venv/bin/python scripts/badfiles.py $(if $(SEED),--seed $(SEED))

lint: setup  ## check the code's rules and format
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

benchmark: setup  ## measure against other programs (half an hour), or with TILES=/folder/of/tiles
	.venv/bin/python benchmarks/run.py $(if $(TILES),--tiles "$(TILES)")

models: setup  ## remake the graphical models that come with the plugin, with QGIS 3.22
	QT_HASH_SEED=0 scripts/isolated.sh build/scripts-home .venv/bin/python scripts/make_models.py

docs: setup  ## bring the tables in docs/algorithms up to date
	scripts/isolated.sh build/scripts-home .venv/bin/python scripts/make_docs.py

translations:  ## bring resources/i18n up to date and compile it, or add a LANGUAGE; needs qttools5-dev-tools
	python3 scripts/translations.py $(LANGUAGE)

screenshots: setup  ## remake the pictures in docs/images; needs xvfb, xauth and chromium
	scripts/screenshots.sh

clean:  ## remove what the other targets made, except .venv
	rm -rf build .pytest_cache .qgis-settings .ruff_cache resources/i18n/*.qm
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +
