# SPDX-License-Identifier: GPL-2.0-or-later
"""Training of classifiers: samples, priors, rejection, and what is held out to test."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.constants import METHOD_GAUSSIAN
from ...core.errors import MissingPackageError, ParameterError
from ..translation import tr
from .classmaps import FIELD, GROUP_FIELD, problem_of_field
from .definitions import add_choice, add_real_number, add_table_input, add_whole_number
from .samples import CLASSES, SEED, add_class_raster, add_limit_parameters
from .values import called, is_given

TRAINING = "TRAINING"
METHOD = "METHOD"
TREES = "TREES"
SHRINKAGE = "SHRINKAGE"
PRIORS = "PRIORS"
PRIORS_TABLE = "PRIORS_TABLE"
REJECT = "REJECT"
HOLD_OUT = "HOLD_OUT"

_EQUAL, _BY_SHARE, _TABLE = range(3)
# More pixels hardly change a mean and a covariance, and take memory.
_MOST_PIXELS = 10_000


def add_sample_parameters(algorithm) -> None:
    """Add the samples to train with."""
    kinds = QgsProcessing.SourceType
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            name=TRAINING,
            description=tr("Training points or polygons"),
            types=[kinds.TypeVectorPoint, kinds.TypeVectorPolygon],
            optional=True,
        ),
        tr(
            "Where the class is known, in any coordinate reference system: a point stands for the pixel that it lies "
            "in, a polygon for those whose centre lies in it, or for the one under its centroid where it is smaller "
            "than a pixel. Pixels that several classes claim are left out."
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            name=FIELD, description=tr("Field of classes"), parentLayerParameterName=TRAINING, optional=True
        ),
        tr(
            "Of points and polygons: the field of their classes, text or whole numbers. Features whose field is empty "
            "are left out."
        ),
    )
    algorithm.add(
        QgsProcessingParameterField(
            name=GROUP_FIELD, description=tr("Field of groups"), parentLayerParameterName=TRAINING, optional=True
        ),
        tr(
            "Of points and polygons: what they belong to, such as a plot. Those of a group are trained or tested with "
            "together, as they are more alike than others. Empty: each feature is a group."
        ),
    )
    add_class_raster(algorithm)


def add_method(algorithm) -> None:
    """Add how the classes are told apart."""
    from ...core.methods.supervised.scikitlearn import is_installed

    options = [tr("Gaussian maximum likelihood"), tr("Random forest"), tr("Linear SVM")]
    if not is_installed():
        options[1:] = [tr("{} (scikit-learn is not installed)").format(option) for option in options[1:]]
    add_choice(
        algorithm,
        METHOD,
        tr("Method"),
        tr(
            "0 takes each class for a normal distribution, and is best with few samples. 1 lets decision trees vote, "
            "which suits classes of several groups; 2 separates classes by planes. Both are trained by scikit-learn, "
            "which must be installed for the Python of QGIS."
        ),
        options=options,
        is_new=True,
    )
    add_whole_number(
        algorithm,
        TREES,
        tr("Trees of a random forest"),
        tr("More give smoother probabilities, and take as much more time."),
        default=100,
        least=1,
        most=1000,
        advanced=True,
    )


def add_training_parameters(algorithm) -> None:
    """Add how a classifier is trained and tested."""
    add_real_number(
        algorithm,
        HOLD_OUT,
        tr("Share of the samples to test with"),
        tr(
            "So many of the polygons, points or groups of each class, or pixels of a class raster, are not used to "
            "train but to test. Where a class has fewer than 10, all are tested in turn, five times, each by a "
            "classifier trained with the others. 0: the accuracy is not tested."
        ),
        default=0.3,
        least=0.0,
        most=0.9,
    )
    add_choice(
        algorithm,
        PRIORS,
        tr("Prior probabilities"),
        tr(
            "How frequent classes are expected to be: 0 all alike; 1 as the training pixels, which suits samples that "
            "were drawn at random; 2 as a table says. Of pixels that suit several classes, frequent ones get more."
        ),
        options=[tr("Equal"), tr("Shares of the training pixels"), tr("From a table")],
        default=_EQUAL,
        advanced=True,
    )
    add_table_input(
        algorithm,
        PRIORS_TABLE,
        tr("Table of priors"),
        tr(
            'For priors from a table: a CSV file with the columns "class" (name or number) and "prior" or "pixels", '
            "such as the class counts of an earlier map. The sum does not matter."
        ),
        optional=True,
        advanced=True,
    )
    add_real_number(
        algorithm,
        REJECT,
        tr("Share to reject"),
        tr(
            "Leave pixels unclassified that are farther from their class than all but this share of its own pixels "
            "would be, such as 0.01. Unclassified pixels are 0, and no data has another number (255, or 65535 for many "
            "classes). 0: every pixel gets a class."
        ),
        default=0.0,
        least=0.0,
        most=0.5,
        advanced=True,
    )
    add_real_number(
        algorithm,
        SHRINKAGE,
        tr("Share of the pooled covariance"),
        tr(
            "How much of the covariance of a class is that of all classes together, which makes up for few samples. "
            "Empty: the share for each class with which held-out samples are most likely. 0: none, as SPy does, which "
            "needs more samples in each class than bands or components. 1: all classes have the same covariance."
        ),
        default=None,
        least=0.0,
        most=1.0,
        advanced=True,
    )
    add_limit_parameters(algorithm, _MOST_PIXELS)


def problem_of_method(algorithm, parameters, context) -> str:
    """Return what is wrong with the method, empty when nothing is."""
    from ...core.methods.supervised.scikitlearn import scikit_learn

    if algorithm.parameterAsEnum(parameters, METHOD, context) == METHOD_GAUSSIAN:
        return ""
    not_for_others = {
        REJECT: algorithm.parameterAsDouble(parameters, REJECT, context) > 0,
        SHRINKAGE: is_given(parameters.get(SHRINKAGE)),
    }
    for name, is_set in not_for_others.items():
        if is_set:
            return tr("{parameter} is for Gaussian maximum likelihood only; leave it at its default.").format(
                parameter=called(algorithm.parameterDefinition(name))
            )
    try:
        scikit_learn()
    except MissingPackageError as error:
        return str(error)
    return ""


def problem_of_training(algorithm, parameters, context) -> str:
    """Return what is wrong with the fields of the samples or the priors, empty when nothing is."""
    problem = problem_of_field(algorithm, parameters, context, of=TRAINING, instead=CLASSES)
    group = parameters.get(GROUP_FIELD)
    if problem or not (is_given(group) and is_given(parameters.get(TRAINING))):
        return problem
    source = algorithm.parameterAsSource(parameters, TRAINING, context)
    if source.fields().lookupField(group) >= 0:
        return ""
    return tr("{parameter} is {value}; of {layer}, it must be one of {fields}.").format(
        parameter=called(algorithm.parameterDefinition(GROUP_FIELD)),
        value=group,
        layer=source.sourceName(),
        fields=", ".join(source.fields().names()),
    )


def training_settings(algorithm, parameters, context):
    """Return the `Settings` of the parameters.

    Raises
    ------
    ParameterError
        If priors from a table are chosen without a table.
    """
    from ...core.methods.supervised.classifier import Settings, equal_priors, shares_as_priors
    from ...core.methods.supervised.priors import read_priors

    chosen, table = (
        algorithm.parameterAsEnum(parameters, PRIORS, context),
        algorithm.parameterAsFile(parameters, PRIORS_TABLE, context),
    )
    if chosen == _TABLE and not table:
        raise ParameterError(
            tr("{parameter} is missing; choose a table, or other priors.").format(
                parameter=called(algorithm.parameterDefinition(PRIORS_TABLE))
            )
        )
    priors = {
        _EQUAL: equal_priors,
        _BY_SHARE: shares_as_priors,
        _TABLE: lambda classes: read_priors(table, classes),
    }
    has_share = is_given(parameters.get(SHRINKAGE))
    return Settings(
        pooled_share=algorithm.parameterAsDouble(parameters, SHRINKAGE, context) if has_share else None,
        priors=priors[chosen],
        reject=algorithm.parameterAsDouble(parameters, REJECT, context),
        hold_out=algorithm.parameterAsDouble(parameters, HOLD_OUT, context),
        seed=algorithm.parameterAsInt(parameters, SEED, context),
        method=algorithm.parameterAsEnum(parameters, METHOD, context),
        trees=algorithm.parameterAsInt(parameters, TREES, context),
    )
