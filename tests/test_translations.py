"""The translations, and the texts that they translate."""

from __future__ import annotations

import ast
import html
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest

from neon_aop.core import errors, wording
from neon_aop.scripts.translations import (
    CHECKOUT,
    FOLDERS,
    TRANSLATIONS,
    find_lrelease,
    module_texts,
    plugin_texts,
    read_translations,
    write_translations,
)

PATHS = sorted(TRANSLATIONS.glob("neon_aop_*.ts"))
TEXTS = plugin_texts()
MODULES = [path for folder in FOLDERS for path in sorted((CHECKOUT / folder).rglob("*.py"))]
# What shows its first argument to the user.
SHOWING = {name for name, kind in vars(errors).items() if isinstance(kind, type) and name != "Cancelled"}
SHOWING |= {"QgsProcessingException", "info", "warn", "pushInfo", "pushWarning", "reportError"}
# The name in the toolbox that proves which language is shown.
TITLE = "Classify tiles"
TITLES = {"de_AT": "Kacheln klassifizieren", "es": "Clasificar teselas"}


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """Compiled translations, used by the plugin."""
    from neon_aop.algorithms import translation

    lrelease = find_lrelease()
    if lrelease is None:
        pytest.skip("lrelease is missing (on Debian: qttools5-dev-tools)")
    for path in PATHS:
        subprocess.run([lrelease, "-silent", path, "-qm", tmp_path / f"{path.stem}.qm"], check=True)
    monkeypatch.setattr(translation, "TRANSLATIONS", tmp_path)
    return tmp_path


@pytest.fixture
def shown_in(compiled, qgis_processing, monkeypatch):
    """Start to show texts in a language of QGIS."""
    from qgis.core import QgsApplication

    from neon_aop.algorithms.translation import install_translator, remove_translator

    translators = []

    def show(language):
        monkeypatch.setattr(QgsApplication, "locale", lambda: language)
        translators.append(install_translator())
        return translators[-1]

    yield show
    for translator in translators:
        remove_translator(translator)


@pytest.fixture(params=MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def calls(request):
    """All calls of a module that is searched for texts."""
    return [node for node in ast.walk(ast.parse(request.param.read_text("utf-8"))) if isinstance(node, ast.Call)]


def parsed(path):
    return ElementTree.parse(path).getroot()  # noqa: S314  # a file of this checkout


def placeholders(text):
    """Those with a name in any order, those without in theirs."""
    found = re.findall(r"\{.*?\}", text)
    return sorted(one for one in found if one[1].isalpha()), [one for one in found if not one[1].isalpha()]


def numbers(text):
    return sorted(re.findall(r"\d+", text))


def paragraphs(text):
    return text.count("\n")


def test_german_and_spanish_are_there():
    assert {"neon_aop_de", "neon_aop_es"} <= {path.stem for path in PATHS}


def test_translation_is_up_to_date(path):
    messages = parsed(path).iter("message")
    assert [message.findtext("source") for message in messages] == TEXTS, "Run 'make translations'"


def test_translation_is_finished(path):
    translations = read_translations(path)
    assert [text for text in TEXTS if not (translations.get(text) or "").strip()] == []


@pytest.mark.parametrize("part", [placeholders, numbers, paragraphs])
def test_translation_keeps(path, part):
    translations = read_translations(path)
    assert [text for text, translation in translations.items() if part(text) != part(translation)] == []


def test_language_of_the_file_is_the_one_of_its_name(path):
    assert path.stem == f"neon_aop_{parsed(path).get('language')}"


def test_every_text_is_given_the_values_that_it_names(calls):
    given = {}
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            given[id(call.func.value)] = ({keyword.arg for keyword in call.keywords}, call.args)
        elif ast.unparse(call.func) == "counted":
            given |= {id(text): ({"count", *(value.arg for value in call.keywords)}, []) for text in call.args[1:]}
    for call in calls:
        if ast.unparse(call.func) == "tr" and isinstance(call.args[0], ast.Constant):
            named, numbered = placeholders(call.args[0].value)
            names, values = given.get(id(call), (set(), []))
            assert {re.match(r"\{(\w+)", one)[1] for one in named} | {"count"} == names | {"count"}, ast.unparse(call)
            assert len(values) == len(numbered) or any(isinstance(value, ast.Starred) for value in values)


def test_what_is_shown_is_translated(calls):
    for call in calls:
        if ast.unparse(call.func).rpartition(".")[2] in SHOWING and call.args:
            words = [node for node in own_constants(call.args[0]) if re.search("[A-Za-z]{2}", node.value)]
            assert not words, f"translate this by tr: {ast.unparse(call)}"


def own_constants(node):
    """Yield the pieces of text in an expression that are no arguments of a call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    elif not isinstance(node, (ast.Call, ast.Subscript, ast.Compare)):
        for child in ast.iter_child_nodes(node):
            yield from own_constants(child)


def test_joined_text_is_found():
    assert module_texts('tr(\n    "One "\n    "and two."\n)', "module") == ["One and two."]


def test_search_words_are_found():
    assert module_texts('TAGS = Base.TAGS + ",hdf5,weather quality"', "module") == ["hdf5", "weather quality"]


@pytest.mark.parametrize("argument", ['f"Tile {name}"', '"Tile " + name', "title"])
def test_text_that_is_put_together_is_refused(argument):
    with pytest.raises(ValueError, match="module, line 1"):
        module_texts(f"tr({argument})", "module")


def test_texts_of_all_kinds_are_found():
    described_in_a_model = "NDVI above which a pixel is vegetation"
    layer, composite, button = "Water vapour column", "Colour infrared", "Add NEON Tile in True Colour"
    assert {TITLE, described_in_a_model, layer, composite, button} <= set(TEXTS)


def test_new_text_is_unfinished_and_an_old_one_is_dropped(tmp_path):
    path = tmp_path / "neon_aop_xx.ts"
    write_translations(path, "xx", ["kept", "new"], {"kept": "K < Ü\n&", "old": "O"})
    assert read_translations(path) == {"kept": "K < Ü\n&"}
    assert '<translation type="unfinished"></translation>' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", TITLES)
def test_compiled_translation_is_shown(shown_in, language):
    from neon_aop.algorithms.classifytiles import ClassifyTiles

    assert shown_in(language) is not None
    assert ClassifyTiles().displayName() == TITLES[language]


def test_parameters_of_a_model_are_translated(shown_in):
    from neon_aop.algorithms.models import VegetationClassesModel

    shown_in("de")
    model = VegetationClassesModel().create()
    assert model.parameterDefinition("TILE").description() == "Reflexionsgrad-Kachel"
    assert model.parameterDefinition("CLUSTERS").help() == "Wie viele Klassen gesucht werden."
    assert "Vegetationsindex (NDVI)" in [output.description() for output in model.outputDefinitions()]


def test_search_words_are_translated_and_english(shown_in):
    from neon_aop.algorithms.kmeans import KMeans

    shown_in("de")
    assert {"Klassifikation", "classification"} <= set(KMeans().tags())


def test_error_of_the_core_is_translated(shown_in, provider, tmp_path):
    from qgis.core import QgsProcessingException

    from neon_aop.tests.algorithms.checks import run

    shown_in("de")
    with pytest.raises(QgsProcessingException, match=r"missing\.h5 existiert nicht; den Pfad prüfen\."):
        run("inspecttile", INPUT=tmp_path / "missing.h5")


def test_report_log_and_names_of_classes_are_translated(shown_in, provider, tmp_path):
    from neon_aop.core.files.neon.demotile import SMALLEST_SIZE, write_demo_tile
    from neon_aop.tests.algorithms.checks import Recorder, run

    write_demo_tile(str(tmp_path / "tile.h5"), size=SMALLEST_SIZE)
    shown_in("de_AT")
    feedback = Recorder()
    run(
        "classifytiles",
        feedback,
        TILES=[tmp_path / "tile.h5"],
        MAX_ITERATIONS=2,
        CLASS_RASTER=tmp_path / "classes.tif",
        PC_RASTER=tmp_path / "components.tif",
        REPORT=tmp_path / "report.html",
    )
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    german = set(read_translations(TRANSLATIONS / "neon_aop_de.ts").values())
    headings = {html.unescape(text) for text in re.findall(r"<(?:h[123]|th|dt|caption)\b[^>]*>([^<]+)", page)}
    assert {"Klassen", "Konvergenz", "Hauptkomponenten", "Entstehung"} <= headings
    assert {text for text in headings - german if re.search("[a-z]{2}", text)} == {"Python", "NumPy"}
    assert "<dt>Defekte Kacheln auslassen</dt><dd>nein</dd>" in page
    assert '<html lang="de-AT">' in page
    assert any(re.fullmatch(r"Iteration 2: .* gewechselt .*", line) for line in feedback.lines)
    assert "dichte Vegetation (" in (tmp_path / "classes.qml").read_text(encoding="utf-8")


def test_language_without_translation_stays_english(shown_in):
    from neon_aop.algorithms.classifytiles import ClassifyTiles

    assert shown_in("en") is None
    assert ClassifyTiles().displayName() == TITLE
    assert wording.tr("water") == "water"


def test_unloading_the_plugin_ends_the_translation(compiled, qgis_processing, monkeypatch):
    from qgis.core import QgsApplication

    import neon_aop
    from neon_aop.algorithms.classifytiles import ClassifyTiles
    from neon_aop.algorithms.provider import NeonAopProvider

    monkeypatch.setattr(QgsApplication, "locale", lambda: "de")
    monkeypatch.setattr(NeonAopProvider, "id", lambda provider: "neonaopunderthetest")
    plugin = neon_aop.classFactory(None)
    plugin.initProcessing()
    assert ClassifyTiles().displayName() == TITLES["de_AT"]
    assert (wording.language_code(), wording.tr("water")) == ("de", "Wasser")
    plugin.unload()
    assert ClassifyTiles().displayName() == TITLE
    assert (wording.language_code(), wording.tr("water")) == ("en", "water")
