"""Answers as text, tables, JSON, diagrams and pages. Takes answers and never asks a store."""
