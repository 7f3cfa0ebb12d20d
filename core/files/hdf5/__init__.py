# SPDX-License-Identifier: GPL-2.0-or-later
"""HDF5 files: checks their structure, reads values through h5py or GDAL, decompresses chunks."""
