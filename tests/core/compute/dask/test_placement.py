from types import SimpleNamespace

import pytest

from neon_aop.core.compute.dask import placement
from neon_aop.core.compute.dask.placement import Placement
from neon_aop.core.compute.memory import WORKING_BYTES
from neon_aop.core.errors import ClusterError
from neon_aop.core.progress import Progress

# Bytes of an image with all that is kept of it.
SIZE = 1000 * WORKING_BYTES + 40_000
ONE, TWO, THREE = "tcp://192.0.2.1:1", "tcp://192.0.2.2:1", "tcp://192.0.2.3:1"


class Log(Progress):
    def __init__(self):
        self.lines, self.warnings = [], []

    def info(self, text):
        self.lines.append(text)

    def warn(self, text):
        self.warnings.append(text)


class Cluster:
    """Workers as the scheduler describes them, and images that are placed on them."""

    def __init__(self, images, *workers):
        sources = [SimpleNamespace(bytes=40_000, pixels=1000, name=f"tile {n}") for n in range(images)]
        self.log = Log()
        self.placement = Placement(sources, self.log)
        self.images = self.placement.images
        self.workers = {}
        self.stopped = set()
        self._now = 100.0
        for worker in workers:
            self.add(worker)
        self.pass_seconds(0)
        self.placement.place()
        for image in self.images:
            image.is_there = True

    def add(self, address, threads=1, images=10, memory=0, status="running"):
        limit = (images + 0.5) * SIZE / placement.SHARE_OF_MEMORY
        metrics = {"memory": memory, "task_counts": {}}
        self.workers[address] = {
            "nthreads": threads,
            "memory_limit": limit,
            "metrics": metrics,
            "status": status,
            "last_seen": self._now,
        }

    def pause(self, address):
        self.workers[address]["status"] = "paused"

    def pass_seconds(self, seconds):
        """Look at the workers each second."""
        for _ in range(seconds + 1):
            for address, worker in self.workers.items():
                if address not in self.stopped:
                    worker["last_seen"] = self._now
            self.placement.look(self.workers, self._now)
            self._now += 1

    @property
    def places(self):
        return [image.worker for image in self.images]


def waiting(cluster, *images):
    for image in images:
        cluster.images[image].waits = True


def test_images_are_shared_out_by_threads():
    cluster = Cluster(0, ONE, TWO)
    cluster.workers[TWO]["nthreads"] = 3
    cluster.placement.images[:] = Cluster(8, THREE).images
    for image in cluster.images:
        image.worker = ""
    cluster.placement.place()
    assert cluster.places.count(TWO) == 3 * cluster.places.count(ONE) == 6


def test_memory_in_use_by_others_is_not_given_to_images():
    cluster = Cluster(0)
    cluster.add(ONE, images=4, memory=3 * SIZE)
    cluster.add(TWO, images=4)
    cluster.placement.images[:] = Cluster(5, THREE).images
    for image in cluster.images:
        image.worker, image.is_there = "", False
    cluster.pass_seconds(0)
    assert cluster.places.count(ONE) == 1
    assert cluster.places.count(TWO) == 4


def test_memory_in_use_by_our_images_is_not_counted_twice():
    cluster = Cluster(2, ONE)
    cluster.workers[ONE]["memory_limit"] = 3.5 * SIZE / placement.SHARE_OF_MEMORY
    cluster.workers[ONE]["metrics"]["memory"] = 2 * SIZE
    cluster.images.append(placement.PlacedImage(cluster.images[0].source))
    cluster.pass_seconds(0)
    assert cluster.images[2].worker == ONE


def test_a_worker_without_limit_has_room():
    cluster = Cluster(5, ONE)
    cluster.workers[ONE]["memory_limit"] = 0
    cluster.images[0].worker = ""
    cluster.placement.place()
    assert cluster.places == [ONE] * 5


def test_images_that_fit_nowhere_are_reported_with_what_they_need():
    with pytest.raises(ClusterError, match="has 0.0 GB of memory left for tile 10; 11 tile"):
        Cluster(11, ONE)


def test_images_of_a_lost_worker_go_to_another():
    cluster = Cluster(4, ONE, TWO)
    del cluster.workers[ONE]
    cluster.pass_seconds(0)
    assert cluster.places == [TWO] * 4
    assert [image.is_there for image in cluster.images] == [False, True, False, True]
    assert cluster.log.warnings == [
        f"The Dask cluster lost {ONE}; 2 tile(s) are read again by other workers.",
    ]


def test_images_of_a_lost_worker_wait_for_a_new_one():
    cluster = Cluster(2, ONE)
    del cluster.workers[ONE]
    cluster.pass_seconds(placement.SECONDS_TO_WAIT_FOR_WORKERS - 1)
    cluster.add(TWO)
    cluster.pass_seconds(0)
    assert cluster.places == [TWO] * 2


def test_the_loss_of_all_workers_is_reported():
    cluster = Cluster(2, ONE)
    del cluster.workers[ONE]
    with pytest.raises(ClusterError, match="^All workers of the Dask cluster are lost; start some, and run again.$"):
        cluster.pass_seconds(placement.SECONDS_TO_WAIT_FOR_WORKERS + 1)


def test_an_image_that_loses_worker_after_worker_is_reported():
    cluster = Cluster(1, ONE)
    with pytest.raises(ClusterError, match="4 workers of the Dask cluster were lost while they worked on tile 0"):
        for number in range(10):
            cluster.workers.clear()
            cluster.add(f"tcp://192.0.2.9:{number}")
            cluster.pass_seconds(0)


def test_a_silent_worker_is_told_of_once_and_then_given_up():
    cluster = Cluster(4, ONE, TWO)
    cluster.stopped.add(ONE)
    waiting(cluster, 0)
    cluster.pass_seconds(placement.SECONDS_UNTIL_SAID - 2)
    assert cluster.log.lines == []
    cluster.pass_seconds(5)
    assert cluster.log.lines == [f"Waiting for the Dask worker {ONE} (not heard of for 10 s)."]
    assert cluster.places.count(ONE) == 2
    cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED)
    assert cluster.places == [TWO] * 4
    assert len(cluster.log.warnings) == 1


def test_a_silent_worker_that_no_call_waits_for_is_left_alone():
    cluster = Cluster(4, ONE, TWO)
    cluster.stopped.add(ONE)
    waiting(cluster, 1)
    cluster.pass_seconds(60)
    assert cluster.places.count(ONE) == 2
    assert cluster.log.lines == []


def test_a_silent_worker_is_given_no_image():
    cluster = Cluster(1, ONE, TWO, THREE)
    cluster.stopped.update([TWO])
    cluster.pass_seconds(placement.SECONDS_UNTIL_SAID)
    del cluster.workers[ONE]
    cluster.pass_seconds(0)
    assert cluster.places == [THREE]


def test_a_silent_worker_that_nobody_can_replace_is_reported():
    cluster = Cluster(1, ONE)
    cluster.stopped.add(ONE)
    waiting(cluster, 0)
    with pytest.raises(ClusterError, match=r"not heard of for 20 s\) does not go on, and no other one has memory"):
        cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED + 1)


def test_a_paused_worker_loses_one_waiting_image_after_the_other():
    cluster = Cluster(6, ONE, TWO)
    cluster.pause(ONE)
    waiting(cluster, 2, 4)
    cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED)
    assert cluster.places == [ONE, TWO, TWO, TWO, ONE, TWO]
    cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED)
    assert cluster.places == [ONE, TWO, TWO, TWO, TWO, TWO]


def test_a_worker_that_goes_on_keeps_its_images():
    cluster = Cluster(2, ONE, TWO)
    waiting(cluster, 0)
    for _ in range(5):
        cluster.pause(ONE)
        cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED - 2)
        cluster.workers[ONE]["status"] = "running"
        cluster.pass_seconds(0)
    assert cluster.places == [ONE, TWO]


def test_a_paused_worker_ends_what_it_is_at():
    cluster = Cluster(2, ONE, TWO)
    cluster.pause(ONE)
    cluster.workers[ONE]["metrics"]["task_counts"] = {"executing": 1}
    waiting(cluster, 0)
    cluster.pass_seconds(60)
    assert cluster.places == [ONE, TWO]


def test_a_paused_worker_is_given_no_image():
    cluster = Cluster(2, ONE, TWO, THREE)
    cluster.pause(THREE)
    del cluster.workers[ONE]
    cluster.pass_seconds(0)
    assert cluster.places == [TWO, TWO]


def test_a_paused_worker_that_nobody_can_replace_is_reported_with_its_memory():
    cluster = Cluster(1, ONE)
    cluster.pause(ONE)
    cluster.workers[ONE].update(memory_limit=620e6, metrics={"memory": 560e6})
    waiting(cluster, 0)
    with pytest.raises(ClusterError, match=r"\(paused by Dask at 0\.56 of 0\.62 GB of memory\) does not go on"):
        cluster.pass_seconds(placement.SECONDS_UNTIL_MOVED)
