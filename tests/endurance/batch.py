"""A batch in the window of QGIS. Its pictures are kept in build/endurance/batch."""

import json
import os
import shutil
import signal
import subprocess
import sysconfig
from contextlib import suppress
from pathlib import Path

import pytest

from neon_aop.core.files.neon.demotile import write_demo_tile
from neon_aop.tests.algorithms.checks import read, run
from neon_aop.tests.endurance.conftest import BUILD

ROWS = 20
# Classes in each row when the batch runs for the second time, over the results of the first.
AGAIN = 8
LONGEST_RUN = 200
CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def work():
    pytest.importorskip("processing.gui.BatchAlgorithmDialog", reason="QGIS 4.2 has another dialog")
    for program in ("qgis", "xvfb-run"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed.")
    work = BUILD / "batch"
    shutil.rmtree(work, ignore_errors=True)
    (work / "profiles/profiles/default/QGIS").mkdir(parents=True)
    (work / "profiles/profiles/default/QGIS/QGIS3.ini").write_text("[PythonPlugins]\nneon_aop=true\n")
    (work / "plugins").mkdir()
    (work / "plugins/neon_aop").symlink_to(CHECKOUT)
    return work


@pytest.fixture(scope="module")
def rows(work):
    """What stands in the rows of the batch: a tile, parameters and results in each."""
    rows = []
    for number in range(ROWS):
        tile = work / f"tile {number}.h5"
        write_demo_tile(str(tile), 40, seed=number)
        results = {"CLASS_RASTER": "classes.tif", "PC_RASTER": "components.tif", "CENTRES": "centres.csv"}
        rows.append(
            {
                "TILES": [str(tile)],
                "CLUSTERS": 3 + number % 4,
                **{name: str(work / f"{number} {file}") for name, file in results.items()},
            }
        )
    (work / "rows.json").write_text(json.dumps(rows))
    return rows


@pytest.fixture(scope="module")
def outcome(work, rows):
    command = [
        *(CHECKOUT / "scripts/isolated.sh", work / "home", "env", "QT_QPA_PLATFORM=xcb"),
        *("xvfb-run", "-a", "-s", "-screen 0 1600x900x24"),
        *("qgis", "--nologo", "--noversioncheck", "--profiles-path", work / "profiles"),
        *("--code", Path(__file__).with_name("batch_window.py")),
    ]
    environment = {
        **os.environ,
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "QGIS_PLUGINPATH": str(work / "plugins"),
        "BATCH_WORK": str(work),
        "BATCH_AGAIN": str(AGAIN),
    }
    with open(work / "log.txt", "w+") as log:
        window = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)
        try:
            assert window.wait(timeout=LONGEST_RUN) == 0, (work / "log.txt").read_text()
        finally:
            # The window has a server of its own to be shown on.
            with suppress(ProcessLookupError):
                os.killpg(window.pid, signal.SIGKILL)
    return json.loads((work / "outcome.json").read_text())


def test_batch_runs_through(outcome):
    assert outcome["log"].count("correctly executed") == ROWS
    assert "Traceback" not in outcome["log"] and "failed" not in outcome["log"]


def test_all_results_are_on_the_map(outcome):
    assert len(outcome["layers"]) == 2 * ROWS


def test_layers_show_the_results_of_a_later_batch(outcome, rows):
    assert outcome["highest"] == {row["CLASS_RASTER"]: AGAIN for row in rows}


def test_results_are_those_of_single_runs(outcome, rows, provider, tmp_path):
    for row in rows:
        single = run(
            "classifytiles",
            TILES=row["TILES"],
            CLUSTERS=AGAIN,
            CLASS_RASTER=tmp_path / "classes.tif",
            PC_RASTER=tmp_path / "components.tif",
            CENTRES=tmp_path / "centres.csv",
        )
        for name in ("CLASS_RASTER", "PC_RASTER"):
            assert (read(row[name]) == read(single[name])).all()
        assert Path(row["CENTRES"]).read_text() == Path(single["CENTRES"]).read_text()
