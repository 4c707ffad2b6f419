// chains_to_listed
//
// How a vessel or a company leads to listed parties: a shortest chain of owners to each of them, certain on a day.
// Parallel links between two parties are one step. A party is listed if it was on the day of the load: see the property
// `sanctioned_as_of`. For the picture in the Browser; `upstream_links` is what graphkit itself asks.
//
// First, round by round, who is reached at all; then one shortest chain to each. Not SHORTEST 1, which on 5.26 and on
// 2026.09 goes through every combination of parallel links: eight links on each of eight steps took 11 seconds.
//
// param   entity_id   string         where to start, such as 'vessel-imo-7303803'
// param   day         integer?       days since 1970, tested inside the pattern; null: whatever the dates
// bound   max_hops    1..12 = 8      longest chain followed
// column  entity_ids  list<string>   from the start to the listed party
// column  hops        integer
// column  chain       path
// order   hops, entity_ids
// try     :param {entity_id: 'vessel-imo-7303803', day: 17711}
MATCH (start:Entity {id: $entity_id})
WHERE NOT start.unknown
WITH start, reduce(parties = [start], hop IN range(1, 8 /*max_hops*/) | COLLECT {
  UNWIND parties AS held
  MATCH (held)<-[link:OWNS|CONTROLS]-(holder:Entity)
  WHERE NOT holder.unknown
    AND coalesce(link.start_max <= $day, link.start IS NULL OR $day IS NULL)
    AND coalesce(link.end_min > $day, link.end IS NULL OR $day IS NULL)
  RETURN holder AS party
  UNION
  UNWIND parties AS party
  RETURN party
}) AS parties
UNWIND parties AS listed
WITH start, listed
WHERE listed:Sanctioned AND listed <> start
MATCH chain = shortestPath((start)<-[:OWNS|CONTROLS*1..8 /*max_hops*/]-(listed))
WHERE all(link IN relationships(chain)
          WHERE coalesce(link.start_max <= $day, link.start IS NULL OR $day IS NULL)
            AND coalesce(link.end_min > $day, link.end IS NULL OR $day IS NULL))
  AND all(party IN nodes(chain) WHERE NOT party.unknown)
RETURN [party IN nodes(chain) | party.id] AS entity_ids, length(chain) AS hops, chain
ORDER BY hops, entity_ids
