"""What every computation needs of the machine: threads, matrix products, memory, files."""
