"""`python -m graphkit` is the command line."""

from graphkit.cli.app import main

main()
