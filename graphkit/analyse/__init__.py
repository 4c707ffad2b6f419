"""Questions put together from a store's rows: finding entities, chains, fleets, connections, coverage."""
