"""Articles: bytes into `Article` records. Decoding, head and foot, saved formats; no language model.

`reading.read_all` is the way in. Nothing is imported here: the command line reads `published` before anything heavy.
"""
