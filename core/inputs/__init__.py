"""What the user chose: tiles or a raster, with extent and masks."""
