"""HDF5 files: checks their structure, reads values through h5py or GDAL, decompresses chunks."""
