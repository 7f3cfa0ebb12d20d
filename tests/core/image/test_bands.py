import numpy as np
import pytest

from neon_aop.core.constants import RED_GREEN_BLUE, RULE_WINDOWS
from neon_aop.core.errors import ParameterError, TableError
from neon_aop.core.image.bands import (
    WATER_VAPOUR_WINDOWS,
    Bands,
    format_windows,
    kept_bands,
    match,
    nearest,
    parse_windows,
    true_colour_bands,
)

SENSOR_OF_426 = np.linspace(383.884003, 2512.18042, 426)
SENSOR_OF_428 = 381.6 + 5.0078 * np.arange(428)


def tutorial_bands(wavelengths, subset_factor):
    """Choose the bands as the code of NEON's tutorial does."""
    (low_1, high_1), (low_2, high_2) = WATER_VAPOUR_WINDOWS
    before_1 = np.max(np.where(wavelengths < low_1))
    after_1 = np.min(np.where(wavelengths > high_1))
    before_2 = np.max(np.where(wavelengths < low_2))
    after_2 = np.min(np.where(wavelengths > high_2))
    kept = [*range(10, before_1), *range(after_1, before_2), *range(after_2, len(wavelengths) - 15)]
    return kept[::subset_factor]


def made_up_wavelengths(seed):
    rng = np.random.default_rng(seed)
    return np.sort(rng.uniform(380, 2515, int(rng.integers(120, 700))))


@pytest.mark.parametrize("subset_factor", [1, 2, 3, 7])
@pytest.mark.parametrize("wavelengths", [SENSOR_OF_426, SENSOR_OF_428, *map(made_up_wavelengths, range(20))])
def test_tutorial_rule_keeps_the_bands_of_the_tutorial(wavelengths, subset_factor):
    assert kept_bands(wavelengths, subset_factor=subset_factor).tolist() == tutorial_bands(wavelengths, subset_factor)


def test_tutorial_rule_excludes_bands_on_the_edges_of_a_window():
    wavelengths = np.union1d(np.arange(380, 2515, 10.0), np.ravel(WATER_VAPOUR_WINDOWS))
    assert kept_bands(wavelengths).tolist() == tutorial_bands(wavelengths, 1)


@pytest.mark.parametrize(("subset_factor", "count"), [(1, 345), (2, 173)])
def test_tutorial_rule_keeps_as_many_bands_as_the_tutorial_prints(subset_factor, count):
    assert len(kept_bands(SENSOR_OF_426, subset_factor=subset_factor)) == count


def test_windows_rule_leaves_out_only_what_lies_in_the_windows():
    kept = kept_bands(SENSOR_OF_426, rule=RULE_WINDOWS)
    inside = [any(low <= wavelength <= high for low, high in WATER_VAPOUR_WINDOWS) for wavelength in SENSOR_OF_426]
    assert kept.tolist() == np.flatnonzero(~np.array(inside)).tolist()


def test_ends_can_be_chosen():
    kept = kept_bands(SENSOR_OF_426, rule=RULE_WINDOWS, first=3, last=4)
    assert (kept[0], kept[-1]) == (3, 421)


def test_ends_of_the_tutorial_rule_can_be_kept():
    kept = kept_bands(SENSOR_OF_426, first=0, last=0)
    assert (kept[0], kept[-1]) == (0, 425)


def test_no_windows_keep_all_bands():
    assert len(kept_bands(SENSOR_OF_426, windows=(), rule=RULE_WINDOWS)) == 426


def test_a_window_beyond_the_sensor_costs_no_band():
    visible = np.arange(400, 900, 5.0)
    assert len(kept_bands(visible, first=0, last=0)) == len(visible)


@pytest.mark.parametrize("count", [0, 5, 25])
def test_no_band_left_is_an_error_that_says_so(count):
    with pytest.raises(ParameterError, match=f"No band is left of {count}"):
        kept_bands(np.linspace(400, 900, count))


@pytest.mark.parametrize("subset_factor", [0, -1])
def test_subset_factor_below_one_is_an_error(subset_factor):
    with pytest.raises(ParameterError, match=f"Subset factor is {subset_factor}"):
        kept_bands(SENSOR_OF_426, subset_factor=subset_factor)


def test_window_with_swapped_limits_is_an_error():
    with pytest.raises(ParameterError, match="1445-1340 nm is not a range"):
        kept_bands(SENSOR_OF_426, windows=[(1445, 1340)])


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("1340-1445, 1790-1955", ((1340, 1445), (1790, 1955))),
        (" 1340 - 1445 ;1790\N{EN DASH}1955 ", ((1340, 1445), (1790, 1955))),
        ("350.5-400.25", ((350.5, 400.25),)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_windows_are_read(text, windows):
    assert parse_windows(text) == windows


@pytest.mark.parametrize(
    "text", ["1340", "1445-1340", "1340-1340", "a-b", "1-2-3", "nan-1445", "1340-inf", "1340-1445 1790-1955"]
)
def test_text_that_is_no_range_is_named(text):
    with pytest.raises(ParameterError, match=f'"{text}" is not a range of wavelengths'):
        parse_windows(text)


def test_windows_are_read_as_they_are_written():
    assert parse_windows(format_windows(WATER_VAPOUR_WINDOWS)) == WATER_VAPOUR_WINDOWS


def test_no_windows_are_written_as_none():
    assert format_windows(()) == "none"


def test_nearest_band_passes_over_unknown_wavelengths():
    assert nearest([np.nan, 400, 410, np.nan], 408) == 2


def test_true_colour_is_red_green_and_blue():
    wavelengths = [SENSOR_OF_426[band] for band in true_colour_bands(Bands.of(SENSOR_OF_426))]
    assert wavelengths == pytest.approx([669.3, 549.1, 474.0], abs=0.1)


@pytest.mark.parametrize("wavelengths", [[np.nan, 550, 650], [700, 800, 900], [480, 550, 900]])
def test_without_all_three_colours_there_is_no_true_colour(wavelengths):
    assert true_colour_bands(Bands.of(wavelengths)) is None


def test_bands_are_numbered_from_one():
    assert Bands.of([400, 405]).numbers.tolist() == [1, 2]


def test_taken_bands_keep_their_numbers():
    taken = Bands.of([400, 405, 410], fwhm=[5, 6, 7]).take([2, 0])
    assert (taken.numbers.tolist(), taken.wavelengths.tolist(), taken.fwhm.tolist()) == ([3, 1], [410, 400], [7, 5])


def test_names_give_wavelengths_where_known():
    assert Bands.of([668.14, np.nan]).names == ["band 1 (668.1 nm)", "band 2"]


def test_wavelengths_are_known_only_if_all_are():
    assert Bands.of([400, 405]).have_wavelengths
    assert not Bands.of([400, np.nan]).have_wavelengths


@pytest.mark.parametrize("fwhm", [None, 5.9])
def test_bands_of_one_sensor_match_whatever_their_order(fwhm):
    sensor = Bands.of(SENSOR_OF_426, None if fwhm is None else np.full(426, fwhm))
    order = np.random.default_rng(0).permutation(426)
    assert match(sensor, sensor.take(order), "A", "B").tolist() == np.argsort(order).tolist()


def test_a_subset_of_bands_is_found_in_the_whole_sensor():
    sensor = Bands.of(SENSOR_OF_426)
    kept = kept_bands(SENSOR_OF_426, subset_factor=2)
    assert match(sensor.take(kept), sensor, "A", "B").tolist() == kept.tolist()


def test_bands_of_two_sensors_match_where_they_overlap():
    wanted = Bands.of(SENSOR_OF_426, np.full(426, 5.9))
    found = Bands.of(SENSOR_OF_428, np.full(428, 5.9))
    expected = [int(np.abs(SENSOR_OF_428 - wavelength).argmin()) for wavelength in SENSOR_OF_426]
    assert match(wanted, found, "A", "B").tolist() == expected


def test_bands_without_a_partner_are_named():
    wanted = Bands.of([400, 500, 600], fwhm=[6, 6, 6])
    found = Bands.of([400, 505, 640], fwhm=[6, 6, 6])
    with pytest.raises(
        TableError, match=r"image\.tif has no band for 2 of the 3 bands of centres\.csv: 500\.0 nm, 600\.0 nm\."
    ):
        match(wanted, found, "centres.csv", "image.tif")


def test_a_long_list_of_missing_bands_is_cut():
    sensor = Bands.of(SENSOR_OF_426)
    with pytest.raises(TableError, match="388.9 nm.* and 205 more"):
        match(sensor, sensor.take(np.arange(0, 426, 2)), "A", "B")


@pytest.mark.parametrize("wavelengths", [SENSOR_OF_426, 400 + 5.0 * np.arange(426)])
@pytest.mark.parametrize("fwhm", [None, 5.9])
def test_bands_between_the_wanted_ones_do_not_match(wavelengths, fwhm):
    sensor = Bands.of(wavelengths, None if fwhm is None else np.full(426, fwhm))
    with pytest.raises(TableError, match="has no band for 213 of the 213"):
        match(sensor.take(np.arange(0, 426, 2)), sensor.take(np.arange(1, 426, 2)), "A", "B")


def test_bands_without_wavelengths_match_in_order():
    unknown = Bands.of([np.nan] * 3)
    assert match(unknown, Bands.of([400, 405, 410]), "A", "B").tolist() == [0, 1, 2]


def test_different_numbers_of_bands_without_wavelengths_are_an_error():
    with pytest.raises(TableError, match="A has 2 bands but B has 3"):
        match(Bands.of([np.nan] * 2), Bands.of([np.nan] * 3), "A", "B")


def test_repeated_wavelengths_match_in_order():
    two_dates = Bands.of([480.0, 550.0, 480.0, 550.0])
    assert match(two_dates, two_dates, "image", "table").tolist() == [0, 1, 2, 3]


def test_bands_that_would_share_a_partner_are_an_error():
    wanted, found = Bands.of([480.0, 550.0, 480.0]), Bands.of([480.0, 550.0])
    with pytest.raises(TableError, match=r"band 1 \(480.0 nm\) and band 3 \(480.0 nm\) of image are both band 1"):
        match(wanted, found, "image", "table")


@pytest.mark.parametrize(("missing", "end"), [(8, "470.0 nm"), (9, "470.0 nm and 1 more")])
def test_eight_missing_bands_are_listed(missing, end):
    wanted = Bands.of(400 + 10.0 * np.arange(missing), np.full(missing, 6.0))
    with pytest.raises(TableError, match=f"A: 400.0 nm, 410.0 nm, .*, {end}[.] Clean both"):
        match(wanted, Bands.of([900.0], [6.0]), "A", "B")


def test_bands_that_share_a_partner_are_named_among_others():
    wanted, found = Bands.of([400.0, 480.0, 550.0, 480.0]), Bands.of([400.0, 480.0, 550.0])
    with pytest.raises(TableError, match=r"band 2 \(480.0 nm\) and band 4 \(480.0 nm\) of image are both band 2"):
        match(wanted, found, "image", "table")


@pytest.mark.parametrize(
    ("wavelengths", "fwhm", "near", "far"),
    [
        # Half of the width: the median of those that are known and make sense.
        ([500.0, 520.0, 560.0], [6.0, 6.0, 6.0], 3.0, 3.1),
        ([500.0, 520.0, 560.0], [np.nan, 4.0, 0.0], 2.0, 2.1),
        # Otherwise not quite half of the smallest distance between bands, as a band in the middle is neither.
        ([500.0, 520.0, 560.0], None, 9.9, 10.0),
        # A single band has neither.
        ([500.0], None, 2.5, 2.6),
    ],
)
def test_bands_match_within_half_their_width(wavelengths, fwhm, near, far):
    wanted = Bands.of(wavelengths, fwhm)
    widths = [np.nan] * len(wavelengths)
    assert match(wanted, Bands.of(np.add(wavelengths, near), widths), "A", "B").tolist() == [*range(len(wavelengths))]
    with pytest.raises(TableError, match="has no band for"):
        match(wanted, Bands.of(np.add(wavelengths, far), widths), "A", "B")


@pytest.mark.parametrize(("distance", "found"), [(40.0, [2, 1, 0]), (-40.0, [2, 1, 0]), (40.1, None)])
def test_true_colour_bands_are_within_40_nm(distance, found):
    red, green, blue = RED_GREEN_BLUE
    assert true_colour_bands(Bands.of([blue, green, red + distance])) == found


def test_window_without_width_is_an_error():
    with pytest.raises(ParameterError, match="1340-1340 nm is not a range"):
        kept_bands(SENSOR_OF_426, windows=[(1340, 1340)])
