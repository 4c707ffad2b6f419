"""Findings asked again: what a question's answer rests on, in short, and how that compares with what was noted."""
