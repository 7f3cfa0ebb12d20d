"""Reading of tiles, principal components, and spectral angles."""

from __future__ import annotations

from processes import job
from setting import FACTOR, MANY, OURS, SPY, TUTORIAL, Setting, hold_in_memory, planned, ratio
from tables import AT_LEAST, AT_MOST, Group, Target

ZLIB = "zlib alone"
SKLEARN = "scikit-learn"
SPY_CONVERTED = "SPy with conversion"
SPECTRA = 10


def reading(setting: Setting) -> Group:
    group = Group(
        "Reading and cleaning",
        "Time from the file, which the operating system holds in memory, to the valid pixels without bad bands, every "
        "second band. The tutorial's recipe reads the whole cube, turns it into float64 reflectance with NaN, and "
        "drops bands. zlib: only decompressing the chunks that hold the kept bands, in as many threads as the plugin. "
        "The plugin itself uses libdeflate where it finds it (see the versions above).",
    )
    for name, path, times_recipe, times_zlib in (
        ("whole bands per chunk (2022 and later)", setting.bands, 15, 1.3),
        ("small blocks per chunk (until 2021)", setting.blocks, 6, 1.4),
    ):
        hold_in_memory(path)
        arguments = {"tile": str(path), "factor": FACTOR}
        series = setting.in_turn(
            MANY,
            {
                OURS: planned("read_ours", **arguments),
                TUTORIAL: planned("read_tutorial", **arguments),
                ZLIB: planned("read_zlib", **arguments),
            },
        )
        group.add_times(series, name)
        layout = name.partition(" (")[0]
        group.targets += [
            Target(f"{layout}: speed against the recipe", AT_LEAST, times_recipe, ratio(series, TUTORIAL), "x"),
            Target(f"{layout}: time against zlib alone", AT_MOST, times_zlib, ratio(series, OURS, ZLIB), "x"),
        ]
        same = series[OURS].printed == series[TUTORIAL].printed
        group.notes.append(f"{layout}: valid pixels and values are {'the same' if same else '**not the same**'}.")
    return group


def components(setting: Setting) -> Group:
    group = Group(
        "Principal components",
        "Time to find the components that hold 99.9 % of the variance and the scores of all pixels, on the same pixels "
        'as k-means. scikit-learn (svd_solver="covariance_eigh") and SPy get float64 reflectance.',
    )
    jobs = {OURS: "pca_ours", SKLEARN: "pca_sklearn", SPY: "pca_spy"}
    saved = {name: setting.file(f"{job_name}.npz") for name, job_name in jobs.items()}
    series = setting.in_turn(
        MANY, {name: planned(job_name, **setting.pixels(), result=saved[name]) for name, job_name in jobs.items()}
    )
    group.add_times(series)
    group.targets += [
        Target("time against scikit-learn", AT_MOST, 1.0, ratio(series, OURS, SKLEARN), "x"),
        Target("time against SPy", AT_MOST, 0.5, ratio(series, OURS, SPY), "x"),
    ]
    for name in (SKLEARN, SPY):
        printed = job("compare_components", first=saved[OURS], second=saved[name]).printed
        kept, peer_kept = (series[program].printed["components"] for program in (OURS, name))
        group.notes.append(
            f"{OURS} and {name} keep {kept} and {peer_kept} components; the largest difference is "
            f"{printed['eigenvalues']:.1e} of an eigenvalue and {printed['scores']:.1e} reflectance of a score."
        )
    return group


def angles(setting: Setting) -> Group:
    group = Group(
        "Spectral angles",
        f"Time to find the angles of all pixels to {SPECTRA} spectra and the class of the smallest, on the same "
        "pixels as k-means. The plugin starts from stored integers; SPy's `spectral_angles` needs float64, once made "
        "before and once within the time.",
    )
    saved = {name: setting.file(f"angles-{number}.npz") for number, name in enumerate((OURS, SPY))}
    arguments = {**setting.pixels(), "spectra": SPECTRA}
    series = setting.in_turn(
        MANY,
        {
            OURS: planned("angles_ours", **arguments, result=saved[OURS]),
            SPY: planned("angles_spy", **arguments, converted=False, result=saved[SPY]),
            SPY_CONVERTED: planned("angles_spy", **arguments, converted=True),
        },
    )
    group.add_times(series)
    group.targets += [
        Target("speed against SPy on float64", AT_LEAST, 4, ratio(series, SPY), "x"),
        Target("speed against SPy with the conversion", AT_LEAST, 4, ratio(series, SPY_CONVERTED), "x"),
    ]
    printed = job("compare_angles", first=saved[OURS], second=saved[SPY]).printed
    group.notes.append(
        f"The largest difference to SPy is {printed['angles']:.1e} radians; {printed['classes']} classes differ."
    )
    return group
