"""What an image is: grid, bands, pixels, several images on one grid."""
