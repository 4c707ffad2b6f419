"""The words of the field: what a source states, what a number is, what a question returns. Imports errors only."""
