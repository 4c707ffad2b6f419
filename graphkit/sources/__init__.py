"""One module per format of input: path in, statements out. SOURCES is the list a reader and the type checker go by."""
