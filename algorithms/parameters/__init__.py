"""Parameters that several algorithms share, by subject: how they are added and how their values are read."""
