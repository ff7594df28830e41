"""Data become files, in one house style; files of others' making become files in it."""
