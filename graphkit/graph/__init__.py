"""Statements and the decision who is who, turned into entities, links, listings and events, and into arrays."""
