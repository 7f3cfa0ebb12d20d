"""From tiles to classes and principal components in one run."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)

from .base import NeonAlgorithm
from .layerorder import put_in_order
from .parameters import (
    CENTRES,
    CLEAR_SKY_ONLY,
    EIGENVALUES,
    LOADINGS,
    MAX_ITERATIONS,
    MODEL,
    PNG_FILTER,
    REPORT,
    TilesParameter,
    add_band_parameters,
    add_class_outputs,
    add_clear_sky_parameter,
    add_component_outputs,
    add_file_output,
    add_kmeans_parameters,
    add_mask_parameter,
    add_memory_parameter,
    add_pca_parameters,
    add_report_output,
    add_scheduler_parameter,
    band_choice,
    class_layer_name,
    class_numbers,
    component_choice,
    component_layer_name,
    component_numbers,
    extent_in,
    file_outputs,
    kmeans_start,
    mask_source,
    pixel_store,
    scheduler,
    wanted,
)
from .translation import tr


class ClassifyTiles(NeonAlgorithm):
    TILES = "TILES"
    CLASS_RASTER = "CLASS_RASTER"
    PC_RASTER = "PC_RASTER"
    SKIP_BROKEN = "SKIP_BROKEN"
    SKIPPED = "SKIPPED"
    PREVIEW = "PREVIEW"

    NAME = "classifytiles"
    TAGS = NeonAlgorithm.TAGS + ",hdf5,h5,k-means,clustering,unsupervised,classification,pca,principal components"

    def displayName(self):
        return tr("Classify tiles")

    def shortDescription(self):
        return tr("Turn NEON reflectance tiles into a class map and principal components in one run.")

    def shortHelpString(self):
        return tr(
            "Reads NEON reflectance tiles (HDF5), leaves out bad bands, groups the pixels into classes by k-means and "
            "computes principal components, without intermediate rasters. It gives the same classes and components as "
            "cleaning, clustering and principal components in steps.\n"
            "Several tiles are classified together: a class means the same in all of them.\n"
            "Pixels without data stay without class. Classes are numbered from 1, dark to bright. The centres are a "
            "table that another run can start from; a cancelled run leaves those of its last iteration there.\n"
            "The results are added to the map, the classes on top. Processing > Results Viewer lists the report."
        )

    def initAlgorithm(self, configuration=None):
        self.add(
            TilesParameter(self.TILES),
            tr(
                "NEON reflectance files, tiles (DP3.30006.001 or .002) or flight lines (DP1.30006.001), and folders of "
                "such. Where tiles overlap, the one listed first counts."
            ),
        )
        add_band_parameters(self)
        add_mask_parameter(self)
        add_clear_sky_parameter(self)
        add_kmeans_parameters(self)
        add_pca_parameters(self)
        self.add(
            QgsProcessingParameterBoolean(
                name=self.SKIP_BROKEN, description=tr("Leave out broken tiles"), defaultValue=False
            ),
            tr("Go on without files that cannot be read, and list them at the end, instead of stopping."),
            advanced=True,
        )
        add_memory_parameter(self)
        add_scheduler_parameter(self)
        add_class_outputs(self, self.CLASS_RASTER)
        add_component_outputs(self, self.PC_RASTER)
        add_report_output(self)
        add_file_output(
            self, self.PREVIEW, tr("Preview"), PNG_FILTER, tr("A small picture of the class map."), by_default=False
        )
        self.addOutput(QgsProcessingOutputString(self.SKIPPED, tr("Tiles left out")))

    def compute(self, parameters, context, progress):
        from ..core.files.raster.choice import RasterChoice
        from ..core.files.targets import check_targets
        from ..core.inputs.masks import left_out, open_mask
        from ..core.inputs.tilecrew import tile_crew
        from ..core.inputs.tileset import TileSet, find_tiles
        from ..core.methods.products import ClassFiles, ComponentFiles, make_classes, make_components
        from ..core.methods.spy import spy_algorithms
        from ..core.report.making import write_run_report

        spy_algorithms()
        paths = find_tiles(self.parameterAsFileList(parameters, self.TILES, context))
        rasters = {
            name: self.parameterAsOutputLayer(parameters, name, context) for name in (self.CLASS_RASTER, self.PC_RASTER)
        }
        files = file_outputs(self, parameters, context, CENTRES, EIGENVALUES, LOADINGS, MODEL, REPORT, self.PREVIEW)
        run = self.described_run(parameters, paths)
        start = kmeans_start(self, parameters, context)
        choice = component_choice(self, parameters, context)
        mask = mask_source(self, parameters, context)
        check_targets(rasters, files, [*paths, mask])
        tiles = TileSet(
            paths,
            band_choice(self, parameters, context),
            extent_in(self, parameters, context),
            self.parameterAsBool(parameters, self.SKIP_BROKEN, context),
            partial(
                left_out,
                progress=progress,
                mask=open_mask(RasterChoice.of(mask), progress) if mask else None,
                clear_sky_only=self.parameterAsBool(parameters, CLEAR_SKY_ONLY, context),
            ),
            progress,
        )
        start.check(tiles.bands, tiles.name, progress)
        choice.check(len(tiles.bands))
        store = pixel_store(self, parameters, context)
        with tile_crew(tiles, scheduler(self, parameters, context), store, progress.part(0, 0.4)) as crew:
            classification = make_classes(
                crew,
                tiles.mosaic,
                start,
                self.parameterAsInt(parameters, MAX_ITERATIONS, context),
                ClassFiles(rasters[self.CLASS_RASTER], files[CENTRES], files[self.PREVIEW]),
                progress.part(0.4, 0.8),
            )
            components, moments = make_components(
                crew,
                tiles.mosaic,
                choice,
                ComponentFiles(rasters[self.PC_RASTER], files[EIGENVALUES], files[LOADINGS], files[MODEL]),
                progress.part(0.8, 1),
            )
            if files[REPORT]:
                write_run_report(files[REPORT], run, crew, tiles.mosaic, classification, components, moments)
        for output, name in (
            (self.CLASS_RASTER, class_layer_name(classification, tiles.name)),
            (self.PC_RASTER, component_layer_name(tiles.name)),
        ):
            self.name_layer(parameters, context, output, rasters[output], name)
        put_in_order(context, list(rasters.values()))
        for sentence in tiles.skipped:
            progress.warn(tr("Left out: {}").format(sentence))
        outputs = {**rasters, **files, **class_numbers(classification), **component_numbers(components)}
        return {**wanted(outputs), self.SKIPPED: "\n".join(tiles.skipped)}
