"""Finding and downloading the files of NEON's Airborne Observation Platform; whoever calls it brings the network."""
