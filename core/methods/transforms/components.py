"""Principal components: streaming mean and covariance, handed to SPy."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...compute.blas import product
from ...compute.crew import Crew, Question
from ...compute.momentsums import MomentSums
from ...compute.threads import pool
from ...errors import ParameterError, TableError
from ...files.replacement import Replacement
from ...files.tables import band_columns, write_table
from ...image.bands import Bands
from ...image.pixels import Pixels, check_largest
from ...progress import Progress
from ...wording import counted, tr
from ..spy import spy_algorithms

MODEL_FORMAT = "neon_aop principal components 1"
LARGEST_MODEL_BYTES = 200_000_000


@dataclass(frozen=True)
class Moments:
    """Count, mean and covariance of pixels.

    Attributes
    ----------
    pixels : int
    mean : ndarray of float64, shape (bands,)
        In reflectance.
    covariance : ndarray of float64, shape (bands, bands)
        In squared reflectance, with the divisor ``pixels - 1``.
    """

    pixels: int
    mean: np.ndarray
    covariance: np.ndarray

    @classmethod
    def of(cls, images: Sequence[Pixels], progress: Progress | None = None, threads: int | None = None) -> Moments:
        """Compute the moments of all pixels of `images` in this process, see `of_crew`."""
        first = next((image for image in images if len(image)), images[0])
        _check_count(sum(len(image) for image in images), first.name)
        shift = first.values[0].astype(np.float64)
        with pool(threads) as workers:
            parts = [
                MomentSums.of(image.values, shift, workers, progress or Progress()) for image in images if len(image)
            ]
        return cls._of_sums(MomentSums.total(parts), shift, first)

    @classmethod
    def of_crew(cls, crew: Crew, progress: Progress | None = None) -> Moments:
        """Compute the moments of all pixels of images, which have the same bands, scale and offset.

        The result does not depend on the number of threads or machines, see `MomentSums`.

        Raises
        ------
        ParameterError
            If there are fewer than two pixels, or all are equal.
        """
        _check_count(crew.pixels, crew.template.name)
        shift = crew.ask([Question(crew.filled[0], "first_pixel")])[0].astype(np.float64)
        total = MomentSums.total(crew.each_in_groups("moment_sums", shift, progress=progress))
        return cls._of_sums(total, shift, crew.template)

    @classmethod
    def _of_sums(cls, total: MomentSums, shift: np.ndarray, image: Pixels) -> Moments:
        check_largest(float(np.sqrt(np.abs(total.products).max())), image.name)
        mean = total.sums / total.pixels
        covariance = (total.products - np.outer(mean, total.sums)) / (total.pixels - 1)
        if not np.trace(covariance) > 0:
            raise ParameterError(
                tr(
                    "All valid pixels of {name} are equal, so there are no principal components; choose another image."
                ).format(name=image.name)
            )
        covariance = (covariance + covariance.T) / 2 * image.scale**2
        return cls(total.pixels, image.to_reflectance(mean + shift), covariance)


@dataclass(frozen=True)
class ComponentChoice:
    """How many components to keep.

    Attributes
    ----------
    fraction : float
        The fewest that hold this share of the variance, above 0 and at most 1.
    count : int
        This many instead, if not 0.

    Raises
    ------
    ParameterError
        If no component would be kept.
    """

    fraction: float = 0.999
    count: int = 0

    def __post_init__(self):
        if not 0 < self.fraction <= 1:
            raise ParameterError(
                tr("Fraction of variance is {fraction:g}; it must be above 0 and at most 1.").format(
                    fraction=self.fraction
                )
            )

    def check(self, bands: int) -> None:
        """Raise a `ParameterError` when this many bands do not have as many components."""
        if not 0 <= self.count <= bands:
            raise ParameterError(
                tr("Components is {components}; there are {bands} bands, so at most as many.").format(
                    components=self.count, bands=bands
                )
            )


@dataclass(frozen=True)
class Components:
    """A principal-component model: everything needed to compute scores of pixels.

    Attributes
    ----------
    bands : Bands
    mean : ndarray of float64, shape (bands,)
        In reflectance.
    vectors : ndarray of float64, shape (bands, components)
        Loadings: orthonormal eigenvectors of the covariance in columns. The loading with the largest absolute value
        of each is positive.
    eigenvalues : ndarray of float64, shape (bands,)
        All eigenvalues, largest first, in squared reflectance.
    pixels : int
        Pixels that the model was made from.
    """

    bands: Bands
    mean: np.ndarray
    vectors: np.ndarray
    eigenvalues: np.ndarray
    pixels: int

    @classmethod
    def of(cls, moments: Moments, bands: Bands, choice: ComponentChoice) -> Components:
        """Find the leading eigenvectors of the covariance.

        Raises
        ------
        ParameterError
            If more components are chosen than there are bands.
        """
        choice.check(len(bands))
        spy = spy_algorithms()
        eigenvalues, vectors = np.linalg.eigh(moments.covariance)
        eigenvalues, vectors = np.clip(eigenvalues[::-1], 0, None), vectors[:, ::-1]
        signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(len(bands))])
        statistics = spy.GaussianStats(moments.mean, moments.covariance, moments.pixels)
        all_components = spy.PrincipalComponents(eigenvalues, vectors * signs, statistics)
        share = {"num": choice.count} if choice.count else {"fraction": choice.fraction}
        kept = all_components.reduce(**share)
        return cls(bands, moments.mean, kept.eigenvectors, eigenvalues, moments.pixels)

    @property
    def count(self) -> int:
        """How many components are kept."""
        return self.vectors.shape[1]

    @property
    def shares(self) -> np.ndarray:
        """Share of the variance of each component, shape (bands,)."""
        return self.eigenvalues / self.eigenvalues.sum()

    @property
    def variance_kept(self) -> float:
        """Share of the variance that the kept components hold."""
        # Their rounded sum may be a little more than all.
        return min(float(self.shares[: self.count].sum()), 1.0)

    @property
    def names(self) -> list[str]:
        """Names such as "PC 1 (93.1 %)" and "PC 12 (0.004 %)"."""
        percents = 100 * self.shares[: self.count]
        return [f"PC {number} ({_in_digits(percent)} %)" for number, percent in enumerate(percents, start=1)]

    def scores(self, image: Pixels, pixels: slice) -> np.ndarray:
        """Compute scores: centred and not whitened, in units of reflectance.

        Parameters
        ----------
        image : Pixels
            With the bands of the model.
        pixels : slice
            Which of its pixels.

        Returns
        -------
        ndarray of float64, shape (pixels, components)
        """
        centred = image.values[pixels] - image.from_reflectance(self.mean)
        return product(centred, self.vectors * image.scale)

    def write_eigenvalues(self, path) -> None:
        """Write a CSV file: component, eigenvalue, share of the variance, cumulative share."""
        rows = zip(range(1, len(self.shares) + 1), self.eigenvalues, self.shares, np.cumsum(self.shares))
        write_table(path, ["component", "eigenvalue", "share", "cumulative"], rows)

    def write_loadings(self, path) -> None:
        """Write a CSV file: a row for each kept component, a column for each wavelength in nm."""
        rows = ([number, *loadings] for number, loadings in enumerate(self.vectors.T, start=1))
        write_table(path, ["component", *band_columns(self.bands)], rows)

    def write(self, path) -> None:
        """Write the model as JSON."""
        content = {
            "format": MODEL_FORMAT,
            "pixels": int(self.pixels),
            "band_numbers": self.bands.numbers.tolist(),
            "wavelengths_nm": _numbers_or_null(self.bands.wavelengths),
            "fwhm_nm": _numbers_or_null(self.bands.fwhm),
            "mean_reflectance": self.mean.tolist(),
            "eigenvalues": self.eigenvalues.tolist(),
            "components": self.vectors.T.tolist(),
        }
        with Replacement(path) as replacement:
            try:
                replacement.partial.write_text(json.dumps(content, allow_nan=False), encoding="utf-8")
            except OSError as error:
                raise replacement.failure(error.strerror or str(error)) from None

    @classmethod
    def read(cls, path) -> Components:
        """Read a model that `write` made.

        Raises
        ------
        TableError
            If the file is anything else.
        """
        try:
            with open(path, encoding="utf-8") as file:
                content = json.loads(file.read(LARGEST_MODEL_BYTES))
        except OSError as error:
            raise TableError(
                tr("{path} cannot be read ({reason}); choose a model file.").format(path=path, reason=error.strerror)
            ) from None
        except (ValueError, RecursionError):
            raise TableError(
                tr("{path} is not a JSON file; choose a model that this plugin wrote.").format(path=path)
            ) from None
        if not isinstance(content, dict) or content.get("format") != MODEL_FORMAT:
            raise TableError(
                tr("{path} is not a principal-component model of this plugin; choose one that is.").format(path=path)
            )
        try:
            model = cls(
                Bands.of(
                    _array(content["wavelengths_nm"], 1),
                    _array(content["fwhm_nm"], 1),
                    [int(number) for number in _array(content["band_numbers"], 1)],
                ),
                _array(content["mean_reflectance"], 1),
                _array(content["components"], 2).T,
                _array(content["eigenvalues"], 1),
                int(content["pixels"]),
            )
        except (KeyError, TypeError, ValueError, OverflowError):
            raise TableError(
                tr("{path} is a damaged model: a part is missing or no number; write it again.").format(path=path)
            ) from None
        bands = len(model.bands)
        finite = all(np.isfinite(part).all() for part in (model.mean, model.vectors, model.eigenvalues))
        same = all(
            len(part) == bands for part in (model.mean, model.vectors, model.eigenvalues, model.bands.wavelengths)
        )
        if not (bands and finite and same and len(model.bands.fwhm) == bands and model.eigenvalues.sum() > 0):
            raise TableError(
                tr("{path} is a damaged model: its parts do not fit together; write it again.").format(path=path)
            )
        return model


def _in_digits(percent: float) -> str:
    """Write a share with one digit behind the point, or, where that would be 0.0, its first digit."""
    return f"{percent:.1f}" if percent >= 0.05 or not percent else f"{percent:.1g}"


def _check_count(pixels: int, name: str) -> None:
    if pixels < 2:
        raise ParameterError(
            counted(
                pixels,
                "{name} has {count} valid pixel, and principal components need at least 2; check its no data value.",
                "{name} has {count} valid pixels, and principal components need at least 2; check its no data value.",
                name=name,
            )
        )


def _numbers_or_null(values: np.ndarray) -> list:
    return [float(value) if np.isfinite(value) else None for value in values]


def _array(values, dimensions: int) -> np.ndarray:
    array = np.array(values, dtype=np.float64)
    if array.ndim != dimensions:
        raise ValueError
    return array
