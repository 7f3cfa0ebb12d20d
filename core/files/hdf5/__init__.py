"""HDF5 files: their structure checked, their values read through h5py or GDAL, their chunks decompressed."""
