"""A case on disk: the sources as they were read, tables of statements, and builds that are swapped in whole."""
