"""Synthetic fleets of any size with their truth: vessels, companies and people that do not exist, and what sources say.

For trying graphkit without anybody's data, for measuring `resolve` against a known answer, and for load tests. Not for
learning how common a practice is at sea: every share and every chance in it is an assumption. The rules and words are
this package's own and know nothing of `names`, so that the matcher is judged by somebody else's idea of a name.

    fleet = generate(Plan(vessels=40, companies=130, seed=7))
    write(fleet, Path("synthetic"))            # the tables that `graphkit build` reads, and truth.csv
    write_table(fleet, Path("records.csv"))    # one flat table of the records, and records.truth.csv

The same plan and seed give the same bytes. Everything is marked as synthetic in every row.
"""

from graphkit.synthetic.fleet import Fleet, generate
from graphkit.synthetic.plan import Damage, Plan
from graphkit.synthetic.writing import records_table, write, write_table

__all__ = ["Damage", "Fleet", "Plan", "generate", "records_table", "write", "write_table"]
