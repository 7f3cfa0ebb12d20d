"""A disk that gets full while a file is written, or that has no room for scratch files."""

import numpy as np
import pytest
from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingException, QgsProcessingUtils

from neon_aop.core.compute.memory import PixelStore
from neon_aop.core.errors import OutputError
from neon_aop.tests.algorithms.calls import results_in, run_in
from neon_aop.tests.faults.checks import SmallDisk
from neon_aop.tests.faults.writers import WRITERS

# Room for part of a file is left in so many steps, from none at all to enough.
STEPS = 8


def written_in(disk, name, edition):
    """Return what is on the disk when the file is written, and how many pages that takes."""
    before = disk.used
    WRITERS[name](disk.folder / name, edition)
    return disk.contents(), disk.used - before


@pytest.mark.parametrize("name", WRITERS)
def test_file_is_whole_or_as_before(small_disk, name):
    """The old file is there, and so are its sidecars, or all of the new one."""
    new, needed = written_in(small_disk, name, 2)
    small_disk.clear()
    old, _ = written_in(small_disk, name, 1)
    found = []
    for free in sorted({round(needed * step / (STEPS - 1)) for step in range(STEPS)} | {needed + 2}):
        small_disk.leave_free(free)
        try:
            WRITERS[name](small_disk.folder / name, 2)
            expected = new
        except OutputError as error:
            assert str(small_disk.folder / name) in str(error)
            expected = old
        small_disk.free()
        assert small_disk.contents() == expected, f"{free} of {needed} pages were free"
        found.append(expected is new)
        for file, content in old.items():
            (small_disk.folder / file).write_bytes(content)
    assert found == sorted(found) and found[-1] and not found[0]


@pytest.fixture(scope="module")
def temporary_disk(mounted):
    return SmallDisk(mounted("temporary", f"size={SmallDisk.SIZE},mode=777"))


@pytest.fixture
def small_temporary_folder(temporary_disk, tmp_path_factory):
    """The temporary folder of Processing on a small disk."""
    from processing.core.ProcessingConfig import ProcessingConfig

    ProcessingConfig.setSettingValue(ProcessingConfig.TEMP_PATH, str(temporary_disk.folder))
    yield temporary_disk
    # QGIS keeps the last folder when none is set.
    ProcessingConfig.setSettingValue(ProcessingConfig.TEMP_PATH, str(tmp_path_factory.mktemp("ordinary")))
    QgsProcessingUtils.tempFolder()
    ProcessingConfig.setSettingValue(ProcessingConfig.TEMP_PATH, "")
    temporary_disk.free()


def test_temporary_result_on_a_full_disk(inputs, small_temporary_folder):
    small_temporary_folder.leave_free(0)
    with pytest.raises(QgsProcessingException, match="the disk is full"):
        run_in(inputs, "cleanreflectance", {"OUTPUT": QgsProcessing.TEMPORARY_OUTPUT})


@pytest.mark.parametrize("algorithm", ["applycentres", "applypca", "classifytiles", "kmeans", "pca"])
def test_no_room_for_scratch_files(inputs, small_temporary_folder, tmp_path, algorithm):
    """Pixels that exceed the memory go to the disk; a whole tile would need hundreds of megabytes of it."""
    small_temporary_folder.leave_free(10)
    with pytest.raises(QgsProcessingException, match="must go to scratch files in .*; free some space"):
        run_in(inputs, algorithm, results_in(tmp_path, algorithm), MEMORY=1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(QgsProcessingContext, "temporaryFolder"), reason="Before QGIS 3.32")
def test_scratch_files_go_to_the_folder_of_the_run(inputs, small_disk, tmp_path):
    context = QgsProcessingContext()
    context.setTemporaryFolder(str(small_disk.folder))
    small_disk.leave_free(10)
    with pytest.raises(QgsProcessingException, match=f"must go to scratch files in {small_disk.folder}"):
        run_in(inputs, "kmeans", results_in(tmp_path, "kmeans"), context=context, MEMORY=1)


def test_scratch_file_is_gone_after_the_run(inputs, small_temporary_folder, tmp_path):
    before = small_temporary_folder.used
    run_in(inputs, "classifytiles", results_in(tmp_path, "classifytiles"), MEMORY=1)
    assert small_temporary_folder.used == before


def test_scratch_file_that_finds_the_disk_full(small_disk):
    """Without the space, writing to a scratch file would end the process."""
    small_disk.leave_free(100)
    with pytest.raises(OutputError, match="Scratch files cannot be made .* \\(No space left on device\\)"):
        PixelStore(str(small_disk.folder), megabytes=1).allocate((1_500_000,), np.int8)
    assert small_disk.contents() == {}
