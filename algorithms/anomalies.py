# SPDX-License-Identifier: GPL-2.0-or-later
"""Pixels that are unlike the rest of tiles or a raster."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from .base import NeonAlgorithm
from .parameters.bands import band_choice
from .parameters.definitions import add_real_number
from .parameters.inputs import INPUT, add_learnt_image_parameters, image_input
from .parameters.outputs import REPORT, add_report_output
from .parameters.run import pixel_store, scheduler
from .parameters.tiles import SKIPPED, TILES, add_skipped_output, skipped_tiles
from .parameters.values import is_given
from .translation import tr


class Anomalies(NeonAlgorithm):
    PROBABILITY = "PROBABILITY"
    SHARE = "SHARE"
    OUTPUT = "OUTPUT"
    ANOMALIES = "ANOMALIES"
    COUNT = "COUNT"
    LIMIT = "LIMIT"
    EITHER = ((TILES, INPUT),)

    NAME = "anomalies"
    ICON = "anomalies.svg"
    TAGS = NeonAlgorithm.TAGS + ",anomaly,anomaly detection,rx,reed-xiaoli,mahalanobis,outlier,target,rare,unusual"

    def displayName(self):
        return tr("Find anomalies")

    def shortDescription(self):
        return tr("Find the pixels whose spectra are unlike those of the whole image (RX detector).")

    def shortHelpString(self):
        return tr(
            "Measures how far the spectrum of each pixel is from the mean of the image, in units of the spread of all "
            "pixels (RX detector of Reed and Yu, squared Mahalanobis distance). What is rare stands out, such as a "
            "single roof, a vehicle or a defect of the sensor, which k-means puts into the nearest large class.\n"
            "A limit by probability holds for a normal distribution. Images of several surfaces are none, and a tenth "
            "of their pixels can exceed it; then set the share of pixels that are to be found.\n"
            "The mask of anomalies can be used as the mask of other algorithms.\n"
            "Tiles, or one raster: give one of the two. It does not suit things that cover much of the image, nor "
            "bands that are copies of others."
        )

    def initAlgorithm(self, configuration=None):
        add_learnt_image_parameters(
            self,
            tr("In place of tiles, a raster with several bands, such as cleaned reflectance; all bands are read."),
            self._add_rule,
        )
        self.add(
            QgsProcessingParameterRasterDestination(name=self.OUTPUT, description=tr("RX score")),
            tr("The squared Mahalanobis distance of each pixel to the mean of the image (GeoTIFF, Float32)."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(name=self.ANOMALIES, description=tr("Anomalies"), optional=True),
            tr("A mask (GeoTIFF, Byte): 1 where a pixel is an anomaly, 0 where it is none."),
        )
        add_report_output(self)
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Pixels that are anomalies")))
        self.addOutput(QgsProcessingOutputNumber(self.LIMIT, tr("Least score of an anomaly")))
        add_skipped_output(self)

    def _add_rule(self):
        add_real_number(
            self,
            self.PROBABILITY,
            tr("Probability of smaller scores"),
            tr(
                "A pixel is an anomaly when fewer than 1 in 1,000 pixels of a normal distribution (for 0.999) would "
                "have its score, by the chi-square distribution."
            ),
            default=0.999,
            least=0.0,
            most=1.0,
        )
        add_real_number(
            self,
            self.SHARE,
            tr("Share of anomalies (%)"),
            tr("In place of a probability: the pixels with the highest scores are anomalies, this share of all."),
            default=None,
            least=0.0,
            most=100.0,
        )

    def compute(self, parameters, context, progress):
        from ..core.inputs.imagesets import image_set
        from ..core.methods.anomalies import AnomalyRule, find_anomalies, in_words
        from ..core.report.anomalies import write_anomaly_report

        has_share = is_given(parameters.get(self.SHARE))
        rule = AnomalyRule(
            self.parameterAsDouble(parameters, self.PROBABILITY, context),
            self.parameterAsDouble(parameters, self.SHARE, context) / 100 if has_share else None,
        )
        chosen = image_input(self, parameters, context, progress)
        targets = self.targets(parameters, context, chosen.sources)
        run = self.described_run(chosen.paths)
        bands = band_choice(self, parameters, context) if chosen.raster is None else None
        store = pixel_store(self, parameters, context)
        address = scheduler(self, parameters, context)
        reading = progress.phase(tr("Reading the image"), 0, 0.5)
        with (
            chosen.open(bands, reading, keep_open=not address) as opened,
            image_set(opened, store, reading, scheduler=address) as images,
        ):
            found = find_anomalies(
                images,
                opened.mosaic,
                rule,
                targets[self.OUTPUT],
                targets[self.ANOMALIES],
                store,
                progress.phase(tr("Finding anomalies"), 0.5, 0.97),
            )
            progress.info(in_words(found, images.pixels))
            if targets[REPORT]:
                progress.begin(tr("Writing the report"))
                write_anomaly_report(targets[REPORT], run, found, images, opened.mosaic)
        names = {
            self.ANOMALIES: tr("Anomalies - {}").format(opened.name),
            self.OUTPUT: tr("RX score - {}").format(opened.name),
        }
        self.name_layers(parameters, context, targets, names)
        return {
            **targets,
            self.COUNT: found.count,
            self.LIMIT: found.limit,
            SKIPPED: skipped_tiles(opened, progress),
        }
