"""The parts joined, for Python users and the command line: build a case, open it, judge, load it into a server."""
