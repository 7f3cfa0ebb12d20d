# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files: check of the structure, reading through h5py or GDAL, decompression of chunks."""
