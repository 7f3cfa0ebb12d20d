"""The groups of measurements, in the order of the page."""

from __future__ import annotations

from collections.abc import Callable

from group_certainty import certainty
from group_choice import number_of_classes
from group_classes import comparison
from group_download import downloads
from group_gaussian import gaussian
from group_kmeans import kmeans, noise, starts
from group_mixtures import continuum, endmembers, unmixing
from group_noise import noise_fraction_and_anomalies
from group_pixels import angles, components, reading
from group_programs import other_programs
from group_qgis import start_and_cancel, whole_job
from group_scaling import scaling
from setting import Setting
from tables import Group

GROUPS: dict[str, Callable[[Setting], Group]] = {
    "kmeans": kmeans,
    "reading": reading,
    "pca": components,
    "mnf": noise_fraction_and_anomalies,
    "angles": angles,
    "gaussian": gaussian,
    "unmixing": unmixing,
    "endmembers": endmembers,
    "continuum": continuum,
    "whole": whole_job,
    "certainty": certainty,
    "noise": noise,
    "starts": starts,
    "classes": comparison,
    "choice": number_of_classes,
    "scaling": scaling,
    "qgis": start_and_cancel,
    "programs": other_programs,
    "download": downloads,
}
