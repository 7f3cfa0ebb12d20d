"""Runs that must come to the same result."""

import itertools

from neon_aop.tests.endurance.checks import results_in

PROCESSES = 4


def results_of(classify, tile, folder, **settings):
    folder.mkdir()
    process = classify(tile, folder, **settings)
    process.wait_for("done")
    return results_in(folder)


def assert_same(results):
    """Check that all runs gave the same files, byte by byte; of reports, all but the time that they took."""
    for (one, first), (other, second) in itertools.combinations(results.items(), 2):
        assert set(first) == set(second)
        different = [name for name in first if first[name] != second[name]]
        assert not different, f"{different} differ between {one} and {other}"


def test_processes_at_once_agree(classify, full_tile, tmp_path):
    folders = [tmp_path / f"process {number}" for number in range(PROCESSES)]
    for folder in folders:
        folder.mkdir()
    processes = [classify(full_tile, folder) for folder in folders]
    for process in processes:
        process.wait_for("done")
    assert_same({folder.name: results_in(folder) for folder in folders})


def test_threads_do_not_matter(classify, full_tile, tmp_path):
    """Twice each with one and two threads, of ours and of the BLAS."""
    results = {}
    for threads, again in itertools.product((1, 2), (1, 2)):
        name = f"{threads} threads, run {again}"
        environment = {"OMP_NUM_THREADS": str(again), "OPENBLAS_NUM_THREADS": str(again)}
        results[name] = results_of(classify, full_tile, tmp_path / name, threads=threads, environment=environment)
    assert_same(results)
