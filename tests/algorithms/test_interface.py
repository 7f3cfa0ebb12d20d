"""The names that models and scripts of users rely on, and the texts that every algorithm has."""

import json
import os
import re
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputHtml,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from neon_aop.algorithms.provider import ALGORITHMS

SNAPSHOT = Path(__file__).with_name("interface.json")
REMAKE = "REMAKE_INTERFACE"


@pytest.fixture(params=ALGORITHMS, ids=lambda algorithm: algorithm.NAME)
def algorithm(request):
    return QgsApplication.processingRegistry().algorithmById(f"neonaop:{request.param.NAME}")


def describe_parameter(parameter):
    flags, Flag = parameter.flags(), QgsProcessingParameterDefinition.Flag
    described = {
        "type": parameter.type(),
        "default": parameter.defaultValue(),
        "optional": bool(flags & Flag.FlagOptional),
        "advanced": bool(flags & Flag.FlagAdvanced),
        "hidden": bool(flags & Flag.FlagHidden),
    }
    if parameter.type() in DETAILS:
        described.update(DETAILS[parameter.type()](parameter))
    if parameter.isDestination():
        described["by default"] = parameter.createByDefault()
        described["extension"] = parameter.defaultFileExtension()
    return described


def describe_enum(parameter):
    return {
        "options": parameter.options(),
        "several": parameter.allowMultiple(),
        "given as text": parameter.usesStaticStrings(),
    }


def describe_file(parameter):
    is_folder = parameter.behavior() == QgsProcessingParameterFile.Behavior.Folder
    return {"folder": is_folder, "filter": parameter.fileFilter(), "extension": parameter.extension()}


def describe_multilayer(parameter):
    is_of_files = parameter.layerType() == QgsProcessing.SourceType.TypeFile
    return {"files": is_of_files, "at least": parameter.minimumNumberInputs()}


def describe_number(parameter):
    # Without a limit, QGIS gives the largest number there is.
    limits = {"minimum": parameter.minimum(), "maximum": parameter.maximum()}
    is_whole = parameter.dataType() == QgsProcessingParameterNumber.Type.Integer
    return {"whole": is_whole, **{name: value for name, value in limits.items() if abs(value) < 1e300}}


DETAILS = {
    "enum": describe_enum,
    "file": describe_file,
    "fileDestination": lambda parameter: {"filter": parameter.fileFilter()},
    "multilayer": describe_multilayer,
    "number": describe_number,
    "string": lambda parameter: {"lines": parameter.multiLine()},
}


def describe_flags(algorithm):
    Flag = QgsProcessingAlgorithm.Flag
    flags = {
        "can be cancelled": Flag.FlagCanCancel,
        "batch": Flag.FlagSupportsBatch,
        "not in models": Flag.FlagHideFromModeler,
        "not in the toolbox": Flag.FlagHideFromToolbox,
        "deprecated": Flag.FlagDeprecated,
    }
    if not isinstance(algorithm, QgsProcessingModelAlgorithm):
        # Of models, that depends on the version of QGIS.
        flags["only in the main thread"] = Flag.FlagNoThreading
    return {name: bool(algorithm.flags() & flag) for name, flag in flags.items()}


def describe(algorithm):
    return {
        "id": algorithm.id(),
        "group": algorithm.groupId(),
        "flags": describe_flags(algorithm),
        "parameters": {
            parameter.name(): describe_parameter(parameter) for parameter in algorithm.parameterDefinitions()
        },
        "outputs": {output.name(): output.type() for output in algorithm.outputDefinitions()},
    }


def test_interface_is_the_one_that_models_and_scripts_use(provider):
    found = {algorithm.name(): describe(algorithm) for algorithm in provider.algorithms()}
    if os.environ.get(REMAKE):
        SNAPSHOT.write_text(json.dumps(found, indent=2, sort_keys=False) + "\n", encoding="utf-8")
    expected = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    assert found == expected, (
        "Ids, parameters, defaults and outputs are what users' models and scripts rely on. If the change is meant, "
        f"remake {SNAPSHOT.name}: {REMAKE}=1 .venv/bin/python -m pytest tests/algorithms/test_interface.py"
    )


def test_parameters_keep_their_order(provider):
    expected = json.loads(SNAPSHOT.read_text(encoding="utf-8"))
    for algorithm in provider.algorithms():
        names = [parameter.name() for parameter in algorithm.parameterDefinitions()]
        assert names == list(expected[algorithm.name()]["parameters"]), f"Remake {SNAPSHOT.name} if this is meant."


def test_id_is_lower_case_letters_and_digits(algorithm):
    assert re.fullmatch(r"[a-z][a-z0-9]*", algorithm.name())


def test_parameters_have_help(algorithm):
    without = [parameter.name() for parameter in algorithm.parameterDefinitions() if not parameter.help().strip()]
    assert not without


def test_descriptions_are_texts(algorithm):
    assert algorithm.displayName()
    assert algorithm.shortDescription().endswith(".")
    assert len(algorithm.shortHelpString()) > len(algorithm.shortDescription())


def test_reports_are_named_after_their_algorithms(provider):
    reports = [
        (output.description(), algorithm.displayName())
        for algorithm in provider.algorithms()
        for output in algorithm.outputDefinitions()
        if isinstance(output, QgsProcessingOutputHtml)
    ]
    assert len(reports) > 5
    assert all(name == f"{title}: report" for name, title in reports)


def test_tags_are_words(algorithm):
    tags = algorithm.tags()
    assert "hyperspectral" in tags
    assert all(tag == tag.strip() and tag for tag in tags)


def test_icon_is_drawn(algorithm):
    assert not algorithm.icon().pixmap(24, 24).isNull()
    assert Path(algorithm.svgIconPath()).is_file()


def test_search_for_neon_finds_the_flagship_first(provider):
    """The toolbox sorts groups and algorithms by their names, and a search selects the first one."""
    found = [
        one for one in provider.algorithms() if any("neon" in word.lower() for word in [one.displayName(), *one.tags()])
    ]
    first = min(found, key=lambda one: (one.group(), one.displayName()))
    assert len(found) == len(provider.algorithms())
    assert first.name() == "classifytiles"


def test_copies_are_independent(algorithm):
    copy = algorithm.create()
    assert copy.id() == algorithm.id()
    assert copy is not algorithm


def test_provider_names_itself(provider):
    assert provider.id() == "neonaop"
    assert provider.name() == "NEON AOP hyperspectral"
    assert provider.versionInfo() in provider.longName()
    assert not provider.icon().pixmap(24, 24).isNull()


def test_dialog_shows_each_parameter(algorithm, no_main_window):
    dialogs = pytest.importorskip("processing.gui.AlgorithmDialog", reason="QGIS 4.2 has another dialog")
    dialog = dialogs.AlgorithmDialog(algorithm.create(), False, None)
    try:
        shown = dialog.mainWidget().wrappers
        assert set(shown) >= {
            parameter.name() for parameter in algorithm.parameterDefinitions() if not parameter.isDestination()
        }
    finally:
        dialog.close()
