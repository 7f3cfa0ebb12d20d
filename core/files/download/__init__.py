# SPDX-License-Identifier: GPL-2.0-or-later
"""Finding and downloading the files of NEON's Airborne Observation Platform; whoever calls it brings the network."""
