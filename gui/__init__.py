"""What the plugin adds to the window of QGIS; qgis_process never imports it."""
