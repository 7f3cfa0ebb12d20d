# SPDX-License-Identifier: GPL-2.0-or-later
"""Linear transforms of spectra (principal components, minimum noise fraction): forward, inverse, saved as JSON."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...compute.blas import product
from ...errors import TableError
from ...files.numbers import null_for_nan, part_of_model, parts_differ, read_json, write_model_file
from ...files.tables import band_columns, write_table
from ...image.bands import Bands
from ...image.slices import aligned_slices
from ...wording import number, tr, translatable

PRINCIPAL_COMPONENTS = "principal components"
NOISE_FRACTION = "minimum noise fraction"

# So few that a block with all bands in float64 stays in the processor's cache.
_BLOCK_PIXELS = 2048
# Prefix of the names of components, by the kind of the transform.
_SHORT_NAMES = {PRINCIPAL_COMPONENTS: "PC", NOISE_FRACTION: "MNF"}
_TITLES = {
    PRINCIPAL_COMPONENTS: translatable("Principal components"),
    NOISE_FRACTION: translatable("Minimum noise fraction"),
}


def model_format(kind: str) -> str:
    """Return the entry "format" in the file of a transform."""
    return f"neon_aop {kind} 1"


@dataclass(frozen=True)
class LinearTransform:
    """A linear transform fitted to pixels: scores = (reflectance - mean) @ vectors."""

    bands: Bands
    mean: np.ndarray  # shape (bands,); mean reflectance of the pixels that it was fitted to
    # A column for each kept component, shape (bands, components). For principal components, these are the loadings:
    # orthonormal eigenvectors of the covariance, the largest absolute value of each positive.
    vectors: np.ndarray
    # Variances of the scores of all components, also of those not kept, shape (bands,), largest first; of principal
    # components in squared reflectance, of the minimum noise fraction in variances of the noise.
    eigenvalues: np.ndarray
    pixels: int  # number of pixels that it was fitted to
    kind: str = PRINCIPAL_COMPONENTS  # how it was computed: `PRINCIPAL_COMPONENTS` or `NOISE_FRACTION`
    # Matrix of the inverse transform, shape (components, bands); None for the pseudo-inverse of `vectors`.
    inverse_vectors: np.ndarray | None = None

    @property
    def count(self) -> int:
        """Number of kept components."""
        return self.vectors.shape[1]

    @property
    def shares(self) -> np.ndarray:
        """Share of the variance of each component, shape (bands,)."""
        return self.eigenvalues / self.eigenvalues.sum()

    @property
    def variance_kept(self) -> float:
        """Share of the variance that the kept components hold."""
        # Rounding may make the sum exceed 1.
        return min(float(self.shares[: self.count].sum()), 1.0)

    @property
    def snr(self) -> np.ndarray | None:
        """Ratio of the variances of signal and noise in each component, shape (bands,); None where it is not known."""
        return self.eigenvalues - 1 if self.kind == NOISE_FRACTION else None

    @property
    def signal_components(self) -> int | None:
        """How many components, also of those not kept, have more signal than noise; None where it is not known."""
        return None if self.snr is None else int((self.snr > 1).sum())

    @property
    def title(self) -> str:
        """What the transform is called, such as "Principal components"."""
        return tr(_TITLES[self.kind])

    @property
    def names(self) -> list[str]:
        """Names such as "PC 1 (93.1 %)", "PC 12 (0.004 %)" and "MNF 1 (SNR 57.3)"."""
        if self.snr is None:
            notes = [f"{_in_digits(percent)} %" for percent in 100 * self.shares]
        else:
            notes = [f"SNR {_in_digits(max(ratio, 0.0))}" for ratio in self.snr]
        name = _SHORT_NAMES[self.kind]
        return [f"{name} {index} ({note})" for index, note in enumerate(notes[: self.count], start=1)]

    def forward(self, values: np.ndarray, scale: float = 1.0, offset: float = 0.0) -> np.ndarray:
        """Compute scores, shape (pixels, components), of spectra, shape (pixels, bands).

        Scores are centred, not whitened, and for principal components in units of reflectance.
        ``values * scale + offset`` is reflectance.
        """
        mean, vectors = (self.mean - offset) / scale, np.ascontiguousarray(self.vectors.T * scale)
        scores = np.empty((self.count, len(values)))
        for part in aligned_slices(0, len(values), _BLOCK_PIXELS):
            centred = values[part].astype(np.float64)
            centred -= mean
            # Component by component: the product is faster so.
            scores[:, part] = product(vectors, centred.T)
        return scores.T

    def inverse(self, scores: np.ndarray) -> np.ndarray:
        """Reconstruct reflectance, shape (pixels, bands), from scores, shape (pixels, components).

        What only the components that were not kept hold is lost.
        """
        return product(np.asarray(scores, dtype=np.float64), self._inverse_matrix) + self.mean

    @property
    def _inverse_matrix(self) -> np.ndarray:
        return np.linalg.pinv(self.vectors) if self.inverse_vectors is None else self.inverse_vectors

    def selected(self, components: np.ndarray) -> LinearTransform:
        """Return the transform to and from some of the kept components, given by their indices."""
        return replace(self, vectors=self.vectors[:, components], inverse_vectors=self._inverse_matrix[components])

    def write_eigenvalues(self, path) -> None:
        """Write a CSV file: component, eigenvalue, share of the variance, cumulative share, and SNR where known."""
        columns = {
            "component": range(1, len(self.shares) + 1),
            "eigenvalue": self.eigenvalues,
            "share": self.shares,
            "cumulative": np.cumsum(self.shares),
        }
        if self.snr is not None:
            columns["snr"] = self.snr
        write_table(path, list(columns), zip(*columns.values()))

    def write_loadings(self, path) -> None:
        """Write a CSV file: a row for each kept component, a column for each wavelength in nm."""
        rows = ([index, *loadings] for index, loadings in enumerate(self.vectors.T, start=1))
        write_table(path, ["component", *band_columns(self.bands)], rows)

    def write(self, path) -> None:
        """Write the transform as JSON; docs/algorithms/pca.md describes its keys, mnf.md the rest."""
        write_model_file(path, self.as_json())

    def as_json(self) -> dict:
        """Return the transform as objects of JSON."""
        content = {
            "format": model_format(self.kind),
            "pixels": int(self.pixels),
            "band_numbers": self.bands.numbers.tolist(),
            "wavelengths_nm": null_for_nan(self.bands.wavelengths),
            "fwhm_nm": null_for_nan(self.bands.fwhm),
            "mean_reflectance": self.mean.tolist(),
            "eigenvalues": self.eigenvalues.tolist(),
            "components": self.vectors.T.tolist(),
        }
        if self.inverse_vectors is not None:
            content["inverse"] = self.inverse_vectors.tolist()
        return content

    @classmethod
    def read(cls, path) -> LinearTransform:
        """Read a transform that `write` wrote.

        Raises
        ------
        TableError
            If the file is anything else, or damaged.
        """
        return cls.from_json(read_json(path), path)

    @classmethod
    def from_json(cls, content, path) -> LinearTransform:
        """Return the transform that `as_json` made objects of; `path` is for messages.

        Raises
        ------
        TableError
            If the objects are anything else, or damaged.
        """
        formats = {model_format(kind): kind for kind in _SHORT_NAMES}
        found = content.get("format") if isinstance(content, dict) else None
        if not isinstance(found, str) or found not in formats:
            raise TableError(
                tr("{path} is not a component model (PCA or MNF) of this plugin; choose one that is.").format(path=path)
            )

        def part(key: str, dimensions: int = 1, missing: bool = False) -> np.ndarray:
            return part_of_model(content, key, path, dimensions, missing)

        transform = cls(
            Bands.of(part("wavelengths_nm", missing=True), part("fwhm_nm", missing=True), part("band_numbers")),
            part("mean_reflectance"),
            part("components", 2).T,
            part("eigenvalues"),
            int(part("pixels", 0)),
            formats[found],
            # Of the minimum noise fraction, the pseudo-inverse would be another one.
            part("inverse", 2) if "inverse" in content or formats[found] == NOISE_FRACTION else None,
        )
        if not transform._fits_together():
            raise parts_differ(path)
        return transform

    def _fits_together(self) -> bool:
        bands, inverse = len(self.bands), self.inverse_vectors
        return (
            all(len(part) == bands for part in (self.bands.wavelengths, self.bands.fwhm, self.mean, self.eigenvalues))
            and len(self.vectors) == bands
            and 1 <= self.count <= bands
            and (inverse is None or inverse.shape == self.vectors.shape[::-1])
            and self.eigenvalues.sum() > 0
        )


def _in_digits(value: float) -> str:
    """Format a number from 0 with one decimal, or with its first significant digit where that would be 0.0."""
    return number(value, ".1f" if value >= 0.05 or not value else ".1g")
