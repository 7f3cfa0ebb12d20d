"""The QGIS side: algorithms evaluate parameters, call `core` and return outputs."""
