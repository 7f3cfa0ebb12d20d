# The plugin needs no build; this sets up a machine to try it, test it and check it.
.PHONY: help setup demo test matrix endurance badfiles lint package benchmark models docs translations screenshots clean

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*##/make \1\t/p' Makefile

setup: .venv/.ready help/index.html $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))  ## install what is missing, build help pages and translations

.venv/.ready: requirements.txt scripts/requirements.txt tests/requirements.txt scripts/setup.sh
	scripts/setup.sh
	touch $@

help/index.html: .venv/.ready scripts/make_help.py $(wildcard docs/*.md docs/*/*)
	.venv/bin/python scripts/make_help.py

%.qm: %.ts | .venv/.ready
	.venv/bin/python scripts/translations.py --compile $<

demo: setup  ## classify a synthetic tile, or TILE=/path/to/tile.h5, into build/demo
	@scripts/demo.sh "$(TILE)"

# Fixtures that many tests of a file share are made once per process, so that files stay whole.
test: setup  ## run the tests without a display, on all processors
	scripts/isolated.sh build/test-home .venv/bin/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=loadfile

matrix: test  ## run the tests here and, as root, in Debian 13 with QGIS 3.44 and in Debian sid with what is newest
	scripts/matrix.sh trixie
	scripts/matrix.sh sid

endurance: setup  ## run the long tests: killed runs, many runs, a batch in a window (a quarter of an hour)
	scripts/isolated.sh build/test-home .venv/bin/python -m pytest -s $(patsubst %,tests/endurance/%.py,kills session sameness batch)

badfiles: setup  ## run all algorithms over 3,000 damaged and unusual files (SEED=n for others; a quarter of an hour)
	scripts/isolated.sh build/test-home .venv/bin/python scripts/badfiles.py $(if $(SEED),--seed $(SEED))

lint: setup .venv/.qt6-ready  ## check the code's rules and format, and its names of Qt 6
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/flake8 --isolated --select=$(QGIS_RULES) --ignore=QGS105 --extend-exclude=.venv,build .
	scripts/isolated.sh build/test-home .venv/bin/python -m pytest --quiet tests/test_qtnames.py

# Without QGS2, which guesses by the names of methods alone, and QGS105: the plugin uses the interface that QGIS gives it.
QGIS_RULES = QGS1,QGS4

# Beside the other requirements, as only this check needs these 80 MB, and nothing else may find a second Qt.
.venv/.qt6-ready: .venv/.ready tests/requirements-qt6.txt
	@echo "Downloading and installing Qt 6 into .venv/qt6 (80 MB); this prints nothing for a while."
	.venv/bin/pip install --quiet --disable-pip-version-check --upgrade --target .venv/qt6 -r tests/requirements-qt6.txt
	touch $@

package: build/package-tools/.ready  ## build the plugin's zip and check it; needs python3-venv and qttools5-dev-tools
	zip=$$($(<D)/bin/python scripts/package.py) && $(<D)/bin/python scripts/plugin_site.py "$$zip"

build/package-tools/.ready: scripts/plugin_site.txt scripts/requirements.txt
	@echo "Downloading and installing the tools that check the zip into build/package-tools; this prints nothing for a while."
	/usr/bin/python3 -m venv $(@D)
	$(@D)/bin/pip install --quiet --disable-pip-version-check -r scripts/plugin_site.txt -r scripts/requirements.txt
	touch $@

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
	rm -rf build help .pytest_cache .qgis-settings .ruff_cache resources/i18n/*.qm
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +
