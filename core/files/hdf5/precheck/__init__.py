"""The structure of an HDF5 file, checked before the HDF5 library reads it."""
