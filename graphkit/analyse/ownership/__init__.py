"""Who owns and controls whom, how much, and what an authority's 50 % test makes of it."""
