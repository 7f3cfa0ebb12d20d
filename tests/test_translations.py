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
    find_qt_program,
    module_texts,
    plugin_texts,
    update,
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


@pytest.fixture(scope="session")
def qt_programs():
    """Skip tests that need Qt's translation tools where these are missing."""
    try:
        return {name: find_qt_program(name) for name in ("lupdate", "lrelease")}
    except FileNotFoundError as error:
        pytest.skip(str(error))


@pytest.fixture
def compiled(tmp_path, monkeypatch, qt_programs):
    """Compiled translations, used by the plugin."""
    from neon_aop.algorithms import translation

    for path in PATHS:
        compile_to(qt_programs, path, tmp_path)
    monkeypatch.setattr(translation, "TRANSLATIONS", tmp_path)
    return tmp_path


def compile_to(qt_programs, path, folder):
    subprocess.run([qt_programs["lrelease"], "-silent", path, "-qm", folder / f"{path.stem}.qm"], check=True)


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
def module(request):
    """The syntax tree of a module that is searched for texts."""
    return ast.parse(request.param.read_text("utf-8"))


@pytest.fixture
def calls(module):
    """All calls of a module that is searched for texts."""
    return [node for node in ast.walk(module) if isinstance(node, ast.Call)]


def parsed(path):
    return ElementTree.parse(path).getroot()  # noqa: S314  # a file of this checkout


def translations_in(path):
    """Return the forms of each finished translation by its English text: one, or the plural forms."""
    found = {}
    for message in parsed(path).iter("message"):
        translation = message.find("translation")
        if translation.get("type") is None:
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found[message.findtext("source")] = forms or [translation.text or ""]
    return found


def placeholders(text):
    """Those with a name in any order, those without in theirs; "{count}" may be a word where there is one."""
    found = [one for one in re.findall(r"\{.*?\}", text) if one != "{count}"]
    return sorted(one for one in found if one[1].isalpha()), [one for one in found if not one[1].isalpha()]


def numbers(text):
    return sorted(re.findall(r"\d+", text))


def paragraphs(text):
    return text.count("\n")


def test_german_and_spanish_are_there():
    assert {"neon_aop_de", "neon_aop_es"} <= {path.stem for path in PATHS}


def test_translation_is_up_to_date(path):
    found = {message.findtext("source"): message.get("numerus") == "yes" for message in parsed(path).iter("message")}
    assert found == TEXTS, "Run 'make translations'"


def test_all_texts_are_in_the_context_that_the_plugin_asks_for(path):
    from neon_aop.algorithms.translation import CONTEXT

    assert [name.text for name in parsed(path).iter("name")] == [CONTEXT]


def test_translation_is_finished(path):
    translations = translations_in(path)
    assert [text for text in TEXTS if not all(form.strip() for form in translations.get(text, [""]))] == []


@pytest.mark.parametrize("part", [placeholders, numbers, paragraphs])
def test_translation_keeps(path, part):
    translations = translations_in(path)
    assert [text for text, forms in translations.items() if any(part(text) != part(form) for form in forms)] == []


def test_the_last_plural_form_has_the_count(path):
    """A word can stand for it only where the count is known, such as "one"."""
    translations = translations_in(path)
    assert [text for text, forms in translations.items() if ("{count}" in text) != ("{count}" in forms[-1])] == []


def test_language_of_the_file_is_the_one_of_its_name(path):
    assert path.stem == f"neon_aop_{parsed(path).get('language')}"


def test_every_text_is_given_the_values_that_it_names(module, calls):
    given = {}
    held = texts_in_variables(module)
    for call in calls:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            # Of several texts that a variable may hold, each names some of the values.
            texts = held.get(id(call), [call.func.value])
            named = {id(text): names_in(text) for text in texts}
            for text in texts:
                others = set().union(*named.values()) - named[id(text)]
                given[id(text)] = ({keyword.arg for keyword in call.keywords} - others, call.args)
        elif ast.unparse(call.func) == "counted":
            values = {"count", *(value.arg for value in call.keywords)}
            for text in call.args[1:]:
                assert {re.match(r"\{(\w+)", one)[1] for one in re.findall(r"\{.*?\}", text.value)} <= values
    for call in calls:
        if ast.unparse(call.func) == "tr" and isinstance(call.args[0], ast.Constant):
            _, numbered = placeholders(call.args[0].value)
            names, values = given.get(id(call), (set(), []))
            wanted = names_in(call)
            # None stands for values given as `**values`.
            assert names - {"count", None} <= wanted and (wanted <= names or None in names), ast.unparse(call)
            assert len(values) == len(numbered) or any(isinstance(value, ast.Starred) for value in values)


def names_in(text):
    """Return the names of the values in the text of a call of `tr`."""
    if not (isinstance(text, ast.Call) and text.args and isinstance(text.args[0], ast.Constant)):
        return set()
    return {re.match(r"\{(\w+)", one)[1] for one in placeholders(str(text.args[0].value))[0]}


def texts_in_variables(module):
    """Return the texts that a variable holds when its `format` is called, by the id of that call."""
    found = {}
    for function in (node for node in ast.walk(module) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))):
        nodes = [node for node in ast.walk(function) if isinstance(node, (ast.Assign, ast.Call))]
        held, formatted = {}, set()
        for node in sorted(nodes, key=lambda node: (node.lineno, node.col_offset)):
            if isinstance(node, ast.Assign):
                name = ast.unparse(node.targets[0])
                if name in formatted:
                    held.pop(name)
                    formatted.remove(name)
                texts = [one for one in ast.walk(node.value) if isinstance(one, ast.Call)]
                held.setdefault(name, []).extend(one for one in texts if ast.unparse(one.func) == "tr")
            elif isinstance(node.func, ast.Attribute) and node.func.attr == "format":
                name = ast.unparse(node.func.value)
                if held.get(name):
                    found[id(node)] = held[name]
                    formatted.add(name)
    return found


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
    assert list(module_texts('tr(\n    "One "\n    "and two."\n)', "module")) == ["One and two."]


def test_search_words_are_found():
    assert list(module_texts('TAGS = Base.TAGS + ",hdf5,weather quality"', "module")) == ["hdf5", "weather quality"]


def test_text_that_counts_is_found_by_its_plural():
    assert module_texts('counted(n, "{count} pixel", "{count} pixels")', "module") == {"{count} pixels": True}


def test_forms_of_a_count_that_are_translated_twice_are_refused():
    with pytest.raises(ValueError, match="module, line 1"):
        module_texts('counted(n, tr("{count} pixel"), tr("{count} pixels"))', "module")


@pytest.mark.parametrize("argument", ['f"Tile {name}"', '"Tile " + name', "title"])
def test_text_that_is_put_together_is_refused(argument):
    with pytest.raises(ValueError, match="module, line 1"):
        module_texts(f"tr({argument})", "module")


def test_texts_of_all_kinds_are_found():
    described_in_a_model = "NDVI above which a pixel is vegetation"
    layer, composite, button = "Water vapour column", "Colour infrared", "Add NEON Tile in True Colour"
    assert {TITLE, described_in_a_model, layer, composite, button} <= set(TEXTS)


def test_update_keeps_translations_and_drops_old_texts(tmp_path, qt_programs):
    path = tmp_path / "neon_aop_de.ts"
    kept, new = 'Keep "{path}" < Ü\n & \\', "new"
    update(path, {kept: False, "old": False})
    unfinished = path.read_text(encoding="utf-8")
    path.write_text(unfinished.replace('<translation type="unfinished"></translation>', "<translation>B</translation>"))
    update(path, {new: False, kept: False})
    assert translations_in(path) == {kept: ["B"]}
    assert {message.findtext("source") for message in parsed(path).iter("message")} == {kept, new}


def test_update_makes_room_for_the_plural_forms_of_the_language(tmp_path, qt_programs):
    forms = {}
    for language in ("de", "pl", "ar"):
        path = tmp_path / f"neon_aop_{language}.ts"
        update(path, {"{count} pixels": True})
        forms[language] = len(list(parsed(path).iter("numerusform")))
    assert forms == {"de": 2, "pl": 3, "ar": 6}


@pytest.mark.parametrize("language", TITLES)
def test_compiled_translation_is_shown(shown_in, language):
    from neon_aop.algorithms.classifytiles import ClassifyTiles

    assert shown_in(language) is not None
    assert ClassifyTiles().displayName() == TITLES[language]


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "1 piksel"), (22, "22 piksele"), (25, "25 pikseli"), (10**10 + 3, "10 000 000 003 piksele")],
)
def test_plural_form_of_a_count_is_shown(tmp_path, qt_programs, qgis_processing, monkeypatch, count, text):
    from qgis.core import QgsApplication

    from neon_aop.algorithms import translation

    path = tmp_path / "neon_aop_pl.ts"
    update(path, {"{count} pixels": True})
    content = path.read_text(encoding="utf-8").replace(' type="unfinished"', "")
    for form in ("{count} piksel", "{count} piksele", "{count} pikseli"):
        content = content.replace("<numerusform></numerusform>", f"<numerusform>{form}</numerusform>", 1)
    path.write_text(content, encoding="utf-8")
    compile_to(qt_programs, path, tmp_path)
    monkeypatch.setattr(translation, "TRANSLATIONS", tmp_path)
    monkeypatch.setattr(QgsApplication, "locale", lambda: "pl")
    translator = translation.install_translator()
    try:
        assert wording.counted(count, "{count} pixel", "{count} pixels").replace("\N{NO-BREAK SPACE}", " ") == text
    finally:
        translation.remove_translator(translator)


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
    german = {form for forms in translations_in(TRANSLATIONS / "neon_aop_de.ts").values() for form in forms}
    headings = {html.unescape(text) for text in re.findall(r"<(?:h[123]|th|dt|caption)\b[^>]*>([^<]+)", page)}
    assert {"Klassen", "Konvergenz", "Hauptkomponenten", "Entstehung"} <= headings
    assert {text for text in headings - german if re.search("[a-z]{2}", text)} == {
        "Python",
        "NumPy",
        "Kacheln klassifizieren: tile, ",
    }
    assert "<dt>Defekte Kacheln auslassen</dt><dd>nein</dd>" in page
    assert '<html lang="de-AT">' in page
    assert any(re.fullmatch(r"Iteration 2: .* gewechselt .*", line) for line in feedback.lines)
    assert "dichte Vegetation, " in (tmp_path / "classes.qml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("locale", "text"), [("de", "1.234,5"), ("de_CH", "1’234.5"), ("en_US", "1,234.5"), ("ar_EG", "1,234.5")]
)
def test_numbers_have_the_signs_of_the_locale(qgis_processing, locale, text):
    from neon_aop.algorithms.translation import language_of

    wording.set_language(language_of(locale))
    try:
        assert wording.number(1234.5, ",.1f") == text
    finally:
        wording.set_language(wording.ENGLISH)


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
    assert (wording.current_language().code, wording.tr("water")) == ("de", "Wasser")
    plugin.unload()
    assert ClassifyTiles().displayName() == TITLE
    assert (wording.current_language().code, wording.tr("water")) == ("en", "water")
