"""Where reports are kept: TinyDB files, and the catalog derived from them."""
