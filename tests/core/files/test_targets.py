import errno
import os

import pytest
from osgeo import gdal

from neon_aop.core.errors import OutputError
from neon_aop.core.files.raster.choice import RasterChoice
from neon_aop.core.files.targets import check_folder, check_targets


def message_of(rasters, files, inputs=()):
    with pytest.raises(OutputError) as refused:
        check_targets(
            {name: str(path) for name, path in rasters.items()},
            {name: str(path) for name, path in files.items()},
            [str(path) for path in inputs],
        )
    return str(refused.value)


def test_new_files_in_a_folder_are_fine(tmp_path):
    check_targets({"OUTPUT": str(tmp_path / "a.tif")}, {"CENTRES": str(tmp_path / "a.csv"), "REPORT": ""})


def test_parameter_with_a_missing_folder_is_named(tmp_path):
    message = message_of({"OUTPUT": tmp_path / "nowhere" / "a.tif"}, {})
    assert message.startswith("OUTPUT: the folder") and "nowhere does not exist" in message


def test_folder_is_no_target(tmp_path):
    assert message_of({}, {"REPORT": tmp_path}).startswith("REPORT:")


def test_folder_is_tried(tmp_path, monkeypatch):
    """On Windows, and for root in /proc, permissions say that what cannot be done is allowed."""
    monkeypatch.setattr(os, "access", lambda path, mode: True)
    message = message_of({}, {"REPORT": "/proc/report.html"})
    assert message.startswith("REPORT: nothing can be written to the folder /proc (")


def test_check_leaves_nothing(tmp_path):
    check_targets({"OUTPUT": str(tmp_path / "a.tif")}, {"REPORT": str(tmp_path / "a.html")})
    assert os.listdir(tmp_path) == []


def test_read_only_file_is_kept(tmp_path, monkeypatch):
    path, link = tmp_path / "a.csv", tmp_path / "link.csv"
    path.write_text("precious")
    link.symlink_to(path)
    monkeypatch.setattr(os, "access", lambda asked, mode: os.path.realpath(asked) != os.path.realpath(path))
    assert "a.csv is read-only; choose another name" in message_of({}, {"CENTRES": path})
    # It is the link that would be replaced.
    check_targets({}, {"CENTRES": str(link)})


def test_folder_that_can_be_made_is_fine(tmp_path):
    check_folder("FOLDER", tmp_path / "new" / "newer")
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("place", ["file/below", "file"])
def test_folder_below_a_file_is_told(tmp_path, place):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="^FOLDER: .*file is not a folder"):
        check_folder("FOLDER", tmp_path / place)


def test_folder_that_cannot_be_made_is_told():
    with pytest.raises(OutputError, match="^FOLDER: nothing can be written to the folder /proc "):
        check_folder("FOLDER", "/proc/below/it")


def test_extension_of_a_raster_is_checked(tmp_path):
    assert message_of({"OUTPUT": tmp_path / "a.png"}, {}).startswith("OUTPUT:")


def test_input_is_not_overwritten_under_any_name(tmp_path):
    source, link = tmp_path / "a.tif", tmp_path / "link.tif"
    source.touch()
    link.symlink_to(source)
    assert "is an input as well" in message_of({"OUTPUT": link}, {}, [source])


def virtual(path, source):
    """Write a virtual raster of another raster."""
    gdal.Translate(str(path), str(source), format="VRT")
    return path


@pytest.fixture
def raster(tmp_path):
    gdal.GetDriverByName("GTiff").Create(str(tmp_path / "a.tif"), 5, 4).FlushCache()
    return tmp_path / "a.tif"


@pytest.mark.parametrize(
    "source", ["{}", "{}|option:NUM_THREADS=2", "GTIFF_DIR:1:{}", "{folder}/../{folder.name}/a.tif", "vrt://{}?bands=1"]
)
def test_input_is_not_overwritten_however_it_is_written(raster, source):
    choice = RasterChoice.of(source.format(raster, folder=raster.parent))
    with pytest.raises(OutputError, match="OUTPUT: .* is an input as well"):
        check_targets({"OUTPUT": str(raster)}, {}, [choice])


def test_raster_behind_virtual_ones_is_not_overwritten(raster, tmp_path):
    stack = virtual(tmp_path / "two.vrt", virtual(tmp_path / "one.vrt", raster))
    with pytest.raises(OutputError, match=r"OUTPUT: .*a\.tif is an input as well"):
        check_targets({"OUTPUT": str(raster)}, {}, [RasterChoice.of(stack)])
    check_targets({"OUTPUT": str(tmp_path / "b.tif")}, {}, [RasterChoice.of(stack)])


@pytest.mark.parametrize("ending", [".msk", ".ovr", ".aux.xml"])
def test_input_that_lies_beside_a_result_as_its_own_is_not_removed(tmp_path, ending):
    (tmp_path / f"a.tif{ending}").touch()
    message = message_of({"OUTPUT": tmp_path / "a.tif"}, {}, [tmp_path / f"a.tif{ending}"])
    assert message.startswith("OUTPUT:") and f"would replace {tmp_path}/a.tif{ending}" in message


def test_header_of_an_input_is_not_overwritten(tmp_path):
    gdal.GetDriverByName("ENVI").Create(str(tmp_path / "a.img"), 5, 4).FlushCache()
    with pytest.raises(OutputError, match="CENTRES: .* is an input as well"):
        check_targets({}, {"CENTRES": str(tmp_path / "a.hdr")}, [RasterChoice.of(tmp_path / "a.img")])


def test_input_is_not_overwritten_by_a_hard_link(tmp_path):
    source = tmp_path / "a.csv"
    source.touch()
    os.link(source, tmp_path / "b.csv")
    assert "is an input as well" in message_of({}, {"CENTRES": tmp_path / "b.csv"}, [source])


def test_two_results_need_two_files_also_as_links(tmp_path):
    (tmp_path / "a.csv").touch()
    os.link(tmp_path / "a.csv", tmp_path / "b.csv")
    message = message_of({}, {"CENTRES": tmp_path / "a.csv", "LOADINGS": tmp_path / "b.csv"})
    assert message.startswith("LOADINGS:") and "the file of CENTRES" in message


@pytest.mark.parametrize("path", ["/vsimem/a.tif", "/vsizip/a.zip/a.tif"])
def test_file_systems_of_gdal_are_refused_with_a_way_out(path):
    message = message_of({"OUTPUT": path}, {})
    assert message.startswith(f"OUTPUT: {path} is in one of GDAL's own file systems")
    assert "give a file in a folder of this computer, such as " in message and message.endswith("a.tif.")


def test_ending_of_a_picture_is_checked(tmp_path):
    with pytest.raises(OutputError, match=r"PREVIEW: .*a\.jpg cannot be written; the name must end in \.png"):
        check_targets({}, {"PREVIEW": str(tmp_path / "a.jpg")}, endings={"PREVIEW": ".png"})
    check_targets({}, {"PREVIEW": str(tmp_path / "a.PNG"), "REPORT": ""}, endings={"PREVIEW": ".png", "REPORT": ".x"})


def test_two_results_need_two_files(tmp_path):
    message = message_of({}, {"CENTRES": tmp_path / "a.csv", "LOADINGS": tmp_path / "a.csv"})
    assert message.startswith("LOADINGS:") and "the file of CENTRES" in message


def test_two_rasters_need_two_styles(tmp_path):
    message = message_of({"CLASS_RASTER": tmp_path / "a.tif", "PC_RASTER": tmp_path / "a.tiff"}, {})
    assert message.startswith("PC_RASTER:") and ".qml" in message


@pytest.fixture
def plots(tmp_path):
    """A vector file with a style."""
    for name in ("plots.gpkg", "plots.qml"):
        (tmp_path / name).touch()
    return tmp_path


def test_style_of_another_file_is_not_replaced(plots):
    with pytest.raises(OutputError, match=r"OUTPUT: .*plots\.tif would share its style .*plots\.gpkg"):
        check_targets({"OUTPUT": str(plots / "plots.tif")}, {})


@pytest.mark.parametrize("beside", ["plots.tif", "plots.h5"])
def test_own_style_is_replaced(plots, beside):
    (plots / "plots.gpkg").rename(plots / beside)
    check_targets({"OUTPUT": str(plots / "plots.tif")}, {})


def test_name_leaves_room_for_the_files_beside_a_raster(tmp_path):
    assert "has 248 bytes; choose one of at most 247" in message_of({"OUTPUT": tmp_path / ("a" * 244 + ".tif")}, {})
    check_targets({"OUTPUT": str(tmp_path / ("a" * 243 + ".tif"))}, {"REPORT": str(tmp_path / ("a" * 250 + ".html"))})


def test_letters_of_several_bytes_count_as_such(tmp_path):
    assert "has 258 bytes" in message_of({}, {"CENTRES": tmp_path / ("ü" * 127 + ".csv")})


def test_file_that_another_program_holds_is_refused_before_the_work(tmp_path, monkeypatch):
    def held(source, target):
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    (tmp_path / "a.csv").touch()
    monkeypatch.setattr(os, "rename", held)
    message = message_of({}, {"CENTRES": tmp_path / "a.csv"})
    assert message.startswith("CENTRES:") and "close it in other programs" in message


def test_looking_whether_a_file_can_be_replaced_changes_nothing(tmp_path):
    (tmp_path / "a.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to(tmp_path / "a.csv")
    check_targets({}, {"CENTRES": str(tmp_path / "link.csv"), "REPORT": str(tmp_path / "new.html")})
    assert (tmp_path / "a.csv").read_text() == "old"
    assert sorted(os.listdir(tmp_path)) == ["a.csv", "link.csv"]
