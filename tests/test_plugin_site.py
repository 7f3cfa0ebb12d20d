"""The checks that stand in for those of the plugin site."""

from __future__ import annotations

import zipfile

import pytest

from neon_aop.scripts import plugin_site

METADATA = {
    "name": "Name",
    "description": "Description",
    "version": "1.2.0",
    "qgisMinimumVersion": "3.22",
    "author": "Author",
    "email": "author@example.org",
    "about": "About",
    "homepage": "https://example.org",
    "tracker": "https://example.org/tracker",
    "repository": "https://example.org/repository",
    "icon": "icon.svg",
    "changelog": "1.2.0 (2026-11-22): first version",
}


def written(metadata):
    return "\n".join(["[general]", *(f"{key}={value}" for key, value in metadata.items())])


@pytest.fixture
def package(tmp_path):
    """Write a zip without faults but for other or further files."""

    def write(**files):
        content = {"__init__.py": "", "LICENSE": "", "icon.svg": "", "metadata.txt": written(METADATA)}
        path = tmp_path / "plugin.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in {**content, **files}.items():
                if text is not None:
                    archive.writestr(f"plugin/{name}", text)
        return path

    return write


def test_sound_package_has_no_problems(package):
    assert plugin_site.package_problems(package()) == []


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"__pycache__/module.cpython-311.pyc": ""}, "module.cpython-311.pyc is a cache or a program."),
        ({"install.sh": ""}, "plugin/install.sh is a cache or a program."),
        ({".secret": ""}, "plugin/.secret is hidden."),
        ({"../outside.py": ""}, "plugin/../outside.py leads out of the zip."),
        ({"../other/__init__.py": ""}, "leads out of the zip."),
        ({"LICENSE": None}, "LICENSE is missing in plugin."),
        ({"__init__.py": None}, "__init__.py is missing in plugin."),
        ({"icon.svg": None}, "The icon icon.svg is missing."),
        ({"metadata.txt": "about=no section"}, "metadata.txt cannot be read"),
        ({"metadata.txt": written({**METADATA, "about": "100 % of it"})}, "metadata.txt cannot be read"),
        ({"metadata.txt": written({**METADATA, "about": ""})}, "metadata.txt has no about."),
        ({"metadata.txt": written({**METADATA, "tracker": "tracker"})}, "tracker is no link."),
        ({"metadata.txt": written({**METADATA, "author": "One / two"})}, "The author has a slash."),
        ({"metadata.txt": written({**METADATA, "version": "1.3.0"})}, "The changelog does not begin with the version."),
    ],
)
def test_problem_is_found(package, files, problem):
    found = plugin_site.package_problems(package(**files))
    assert any(problem in one for one in found), found


def test_second_folder_is_found(package):
    path = package()
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("docs/index.html", "")
    assert plugin_site.package_problems(path) == ["There must be one top folder with a Python name, not docs, plugin."]


def test_executable_file_is_found(package):
    path = package()
    entry = zipfile.ZipInfo("plugin/module.py")
    entry.external_attr = 0o755 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "")
    assert plugin_site.package_problems(path) == ["plugin/module.py is executable."]


def test_large_package_is_found(package, monkeypatch):
    monkeypatch.setattr(plugin_site, "LARGEST_BYTES", 100)
    assert any("bytes are more than 100." in problem for problem in plugin_site.package_problems(package()))
