# SPDX-License-Identifier: GPL-2.0-or-later
"""The report of a classifier: maps, accuracy, training, separability."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..constants import NODATA
from ..files.raster.palette import unclassified_colour
from ..files.raster.preview import as_png
from ..files.raster.ramp import in_ramp, ramp_colours, shown_range
from ..image.grid import Grid
from ..methods.labelling import Labelled
from ..methods.supervised.accuracy import Accuracy, Interval
from ..methods.supervised.classifier import Trained, unclassified_in_words
from ..methods.supervised.forest import ForestClasses
from ..methods.supervised.gaussian import GaussianClasses
from ..methods.supervised.model import ClassModel
from ..methods.supervised.separability import GOOD, POOR, jeffries_matusita
from ..progress import Progress
from ..wording import counted, number, tr
from .charts import LINE_COLOURS, Curve, SpectralAxis, spectra_chart
from .heatmap import heat_map_svg
from .making import Run, Subject, write_run_page
from .parts import NOTHING, Column, Picture, bullets, figure, note, paragraph, pictures, section, signed, table
from .samples import places_section, spectra_section

# Matrices of more classes would be far wider than a page.
_MOST_IN_MATRIX = 20
_MOST_IN_LEGEND = 30
_MOST_PAIRS = 15
_MOST_IMPORTANT = 10
# Letters of a class in the head of a column.
_LONGEST_HEAD = 12
# Letters of a class in the matrix of classes.
_LONGEST_TITLE = 24


def write_classifier_report(path, run: Run, trained: Trained, found: Labelled, grid: Grid, progress: Progress) -> None:
    """Write the report of a classifier and the map that it made.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    samples, model = trained.samples, trained.model
    # In the colours of the map, which are those of the spectra that the classifier was trained with.
    of_samples = replace(samples.spectral_classes(), centres=model.classes.centres)
    sections = [
        _maps(found, model),
        _accuracy(trained),
        _training(model),
        *([_separability(model)] if isinstance(model, GaussianClasses) else []),
        *([] if model.importance is None else [_importance(model)]),
        spectra_section(samples, of_samples, samples.spreads(progress)),
        places_section(samples, of_samples),
    ]
    subject, details = Subject([samples.name], grid, samples.bands), [(tr("Bands used"), len(samples.bands))]
    write_run_page(path, replace(run, title=model.title), subject, in_words(trained), sections, details)


def in_words(trained: Trained) -> str:
    """Sum up a classifier, such as "5 classes; 91.2 % of 340 held-out pixels are right, kappa 0.89."."""
    words = counted(len(trained.model), "{count} class", "{count} classes")
    accuracy = trained.accuracy
    if accuracy is None:
        return tr("{classes}; accuracy not tested.").format(classes=words)
    return tr("{classes}; {share} % of {pixels} are right, kappa {kappa}.").format(
        classes=words,
        share=_percent(accuracy.overall.share),
        pixels=counted(accuracy.comparison.pixels, "{count} held-out pixel", "{count} held-out pixels"),
        kappa=signed(accuracy.comparison.kappa, ".3f"),
    )


def _titles(model: ClassModel) -> list[str]:
    return [model.classes.called(place) for place in range(len(model))]


def _maps(found: Labelled, model: ClassModel) -> str:
    classes = found.classes
    colours = [*classes.colours, unclassified_colour(classes.colours)]
    legend = [
        (colour, classes.called(place))
        for place, (colour, count) in enumerate(zip(classes.own_colours, classes.counts.tolist()))
        if count
    ][:_MOST_IN_LEGEND]
    if found.unclassified is not None:
        legend.append((colours[-1], tr("unclassified")))
    low, high = shown_range(found.small_values.ravel(), 0.0)
    ramp = ramp_colours()
    steps = np.linspace(low, high, len(ramp)).tolist()
    confidence = [(colour, number(value, ".2f")) for colour, value in zip(ramp, steps)]
    shown = [
        Picture(tr("Classes"), as_png(found.small_numbers, colours), legend),
        Picture(tr("Probability of the class"), as_png(in_ramp(found.small_values, low, high)), confidence),
    ]
    content = [pictures(shown)]
    if found.unclassified is not None:
        content.append(paragraph(unclassified_in_words(found)))
    values = found.small_values[found.small_values != NODATA]
    if len(values):
        content.append(
            paragraph(
                tr("{share} % of the pixels have a probability below 0.5, and {sure} % one above 0.95.").format(
                    share=_percent(float((values < 0.5).mean())), sure=_percent(float((values > 0.95).mean()))
                )
            )
        )
    if isinstance(model, GaussianClasses):
        meaning = tr(
            "The probability compares the classes with each other: a pixel of something that is none of them can have "
            "a high one. A share to reject leaves such pixels unclassified."
        )
    else:
        meaning = tr(
            "The probability compares the classes with each other: a pixel of something that is none of them can have "
            "a high one. Only Gaussian maximum likelihood can leave such pixels unclassified."
        )
    content.append(note(meaning))
    return section("maps", tr("Map"), *content)


def _accuracy(trained: Trained) -> str:
    accuracy, title = trained.accuracy, tr("Accuracy")
    if accuracy is None:
        return section("accuracy", title, paragraph(tr("No samples were held out, so that it is not known.")))
    overall = tr("Overall {overall}, kappa {kappa}.").format(
        overall=_interval(accuracy.overall), kappa=signed(accuracy.comparison.kappa, ".3f")
    )
    content = [paragraph(overall), paragraph(_held_out_in_words(accuracy)), _class_table(trained.model, accuracy)]
    content.append(_confusion(trained.model, accuracy))
    if trained.untested:
        content.append(
            bullets([tr("Not tested, having one polygon or group: {names}.").format(names=", ".join(trained.untested))])
        )
    content.append(
        note(
            tr(
                "User's accuracy is the share of the held-out pixels classified as a class that belong to it; "
                "producer's accuracy is the share of those of a class that were found. In brackets: 95 % confidence "
                "intervals (Wilson), wider where pixels of a polygon or group are right or wrong together. They hold "
                "for places like the samples; for the map only where the samples were drawn at random from it."
            )
        )
    )
    return section("accuracy", title, *content)


def _held_out_in_words(accuracy: Accuracy) -> str:
    if accuracy.by_units:
        units = counted(accuracy.units, "{count} polygon, point or group", "{count} polygons, points or groups")
    else:
        units = counted(accuracy.units, "{count} pixel", "{count} pixels")
    if accuracy.in_turn:
        return tr(
            "{units} were held out in turn, as there are few: each was classified by a classifier that was trained "
            "with the others. The map is by one that was trained with all."
        ).format(units=units)
    return tr("{units} were held out and not used to train the classifier of the map.").format(units=units)


def _class_table(model: ClassModel, accuracy: Accuracy) -> str:
    tested = accuracy.comparison.table.sum(axis=0).tolist()
    return table(
        tr("Accuracy of the classes"),
        [
            Column(tr("Class"), _titles(model), is_text=True, colours=model.classes.own_colours),
            Column(tr("Held-out pixels"), [number(one, ",") for one in tested]),
            Column(tr("User's accuracy"), list(map(_interval, accuracy.users))),
            Column(tr("Producer's accuracy"), list(map(_interval, accuracy.producers))),
        ],
    )


def _confusion(model: ClassModel, accuracy: Accuracy) -> str:
    title, counts = tr("Confusion matrix"), accuracy.comparison.table
    if len(model) > _MOST_IN_MATRIX:
        return note(tr("There are too many classes to show the confusion matrix; the table (CSV) has it."))
    titles, colours = _titles(model), model.classes.own_colours
    if counts[-1].any():
        rows, row_colours = [*titles, tr("unclassified")], [*colours, unclassified_colour(colours)]
    else:
        rows, row_colours, counts = titles, colours, counts[:-1]
    columns = [Column(tr("Classified as"), rows, tr("All"), is_text=True, colours=row_colours)]
    for head, of_class in zip(_heads(model), counts.T.tolist()):
        columns.append(Column(head, [number(one, ",") for one in of_class], number(sum(of_class), ",")))
    sums = counts.sum(axis=1).tolist()
    columns.append(Column(tr("All"), [number(one, ",") for one in sums], number(sum(sums), ",")))
    text = tr("Rows are the classes that held-out pixels got, columns their true classes.")
    return figure(table(title, columns), title, text)


def _heads(model: ClassModel) -> list[str]:
    """Return what columns call the classes: number and name, or numbers alone where names are long."""
    titles = _titles(model)
    if max(map(len, titles)) <= _LONGEST_HEAD:
        return titles
    return list(map(str, model.classes.numbers.tolist()))


def _training(model: ClassModel) -> str:
    columns = [
        Column(tr("Class"), _titles(model), tr("All"), is_text=True, colours=model.classes.own_colours),
        Column(
            tr("Training pixels"),
            [number(one, ",") for one in model.classes.counts.tolist()],
            number(int(model.classes.counts.sum()), ","),
        ),
    ]
    features = (
        counted(model.features, "{count} band", "{count} bands")
        if model.transform is None
        else counted(model.features, "{count} component", "{count} components")
    )
    if isinstance(model, GaussianClasses):
        columns += _covariance_columns(model)
        text = _covariances_in_words(model, features)
    elif isinstance(model, ForestClasses):
        text = tr(
            "{trees} of {features}, each grown on a part of the pixels that was drawn at random. The probability of a "
            "class is its mean share among the training pixels in the leaves that a pixel falls into."
        ).format(trees=counted(len(model.trees), "{count} decision tree", "{count} decision trees"), features=features)
    else:
        text = tr(
            "Linear support vector machines of {features}, one for each class against all others; the highest score "
            "wins. Probabilities are the softmax of {slope} times the scores, as held-out pixels suggest."
        ).format(features=features, slope=number(model.slope, ".3g"))
    return section("training", tr("Training"), table(tr("Training"), columns), note(text))


def _covariance_columns(model: GaussianClasses) -> list[Column]:
    columns = [
        Column(tr("Share of the pooled covariance"), [number(one, ".2f") for one in model.pooled_shares.tolist()]),
        Column(tr("Prior"), [number(one, ".3f") for one in model.priors.tolist()], number(1, ".3f")),
    ]
    if model.limits is not None:
        limits = [NOTHING if math.isinf(one) else number(one, ".1f") for one in model.limits.tolist()]
        columns.append(Column(tr("Largest squared distance"), limits))
    return columns


def _covariances_in_words(model: GaussianClasses, features: str) -> str:
    return tr(
        "The classes are normal distributions of {features}. The covariance of a class is that of its own pixels and, "
        "to the share in the table, that of all classes together (pooled), of which a share of {diagonal} is diagonal. "
        "The former shares are those with which held-out pixels are most likely, unless they were given; the latter is "
        "that with which held-out pixels most probably get their class."
    ).format(features=features, diagonal=number(model.diagonal_share, "g"))


def _importance(model: ClassModel) -> str:
    bands, importance = model.classes.bands, model.importance
    chart = spectra_chart(
        "importance",
        tr("Importance of the bands"),
        SpectralAxis(bands.wavelengths, bands.names),
        [Curve(tr("Importance"), importance, LINE_COLOURS[0])],
        tr("Share"),
        from_zero=True,
    )
    first = np.argsort(-importance, kind="stable")[:_MOST_IMPORTANT]
    most = table(
        tr("The most important bands"),
        [
            Column(tr("Band"), [bands.names[band] for band in first], is_text=True),
            Column(tr("Share"), [f"{_percent(importance[band])} %" for band in first]),
        ],
    )
    if isinstance(model, ForestClasses):
        text = tr(
            "How much the splits of a band make the classes purer, as a share of all. Bands that are alike share their "
            "importance. Where the forest is one of components, theirs is spread by their squared loadings."
        )
    else:
        text = tr(
            "The mean absolute weight of a band in the scores of all classes, in units of its standard deviation, as a "
            "share of all. Bands that are alike share their importance."
        )
    return section("importance", tr("Importance"), chart, most, note(text))


def _separability(model: GaussianClasses) -> str:
    distances = jeffries_matusita(model.means, model.covariances)
    titles, content = _titles(model), []
    if len(model) <= _MOST_IN_MATRIX:
        texts = [
            [number(one, ".2f") if row != column else "" for column, one in enumerate(values)]
            for row, values in enumerate(distances.tolist())
        ]
        heat = heat_map_svg(
            tr("Jeffries-Matusita distance of each pair of classes, from 0 (the same) to 2 (apart)"),
            [_short(title) for title in titles],
            list(map(str, model.classes.numbers.tolist())),
            tr("Class"),
            distances,
            texts,
        )
        content.append(figure(heat, tr("Jeffries-Matusita distance of pairs")))
    pairs = [(float(distances[one, other]), one, other) for one in range(len(model)) for other in range(one)]
    worst = sorted(pairs)[:_MOST_PAIRS]
    content.append(
        table(
            tr("The pairs that are hardest to tell apart"),
            [
                Column(tr("Class"), [titles[other] for _, _, other in worst], is_text=True),
                Column(tr("and"), [titles[one] for _, one, _ in worst], is_text=True),
                Column(tr("Distance"), [number(distance, ".3f") for distance, _, _ in worst]),
            ],
        )
    )
    content.append(
        note(
            tr(
                "From 0 to 2: above {good} classes are told apart well, below {poor} badly. It is computed of the "
                "normal distributions of the classifier, and does not know how pixels elsewhere differ."
            ).format(good=number(GOOD, "g"), poor=number(POOR, "g"))
        )
    )
    return section("separability", tr("Separability"), *content)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "\N{HORIZONTAL ELLIPSIS}"


def _interval(one: Interval) -> str:
    if math.isnan(one.share):
        return NOTHING
    return tr("{share} % ({low} to {high})").format(
        share=_percent(one.share), low=_percent(one.low), high=_percent(one.high)
    )


def _percent(share: float) -> str:
    return number(100 * share, ".1f")


def confusion_rows(model: ClassModel, accuracy: Accuracy) -> tuple[Sequence[str], list[list]]:
    """Return header and rows of the confusion matrix as a table, with the accuracies of each class."""
    names = _titles(model)
    header = ["classified_as", *names, "users_accuracy", "users_low", "users_high"]
    header += ["producers_accuracy", "producers_low", "producers_high"]
    rows = []
    for name, counts, users, producers in zip(
        names, accuracy.comparison.table.tolist(), accuracy.users, accuracy.producers
    ):
        intervals = [users.share, users.low, users.high, producers.share, producers.low, producers.high]
        rows.append([name, *counts, *(None if math.isnan(value) else value for value in intervals)])
    rows.append(["unclassified", *accuracy.comparison.table[-1].tolist(), *[None] * 6])
    return header, rows
