"""Which records speak of the same party: prepare, block, compare, weigh, cluster, then the mentions, then the ids."""
