"""Names as text: forms to compare, numerals, legal forms, similarity. Knows no tables and no graph."""
