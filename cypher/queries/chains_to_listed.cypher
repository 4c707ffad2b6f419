// chains_to_listed
//
// How a vessel or a company leads to listed parties: the shortest chain of owners to each of them, certain on a day.
// Parallel links between two parties are one step. A party is listed if it was on the day of the load: see the property
// `sanctioned_as_of`. For the picture in the Browser; `upstream_links` is what graphkit itself asks.
//
// param   entity_id   string         where to start, such as 'vessel-imo-7303803'
// param   day         integer?       days since 1970, tested inside the pattern; null: whatever the dates
// bound   max_hops    1..12 = 8      longest chain followed
// column  entity_ids  list<string>   from the start to the listed party
// column  hops        integer
// column  chain       path
// order   hops, entity_ids
// try     :param {entity_id: 'vessel-imo-7303803', day: 17711}
MATCH chain = SHORTEST 1
  (start:Entity {id: $entity_id})
  (()<-[link:OWNS|CONTROLS
        WHERE coalesce(link.start_max <= $day, link.start IS NULL OR $day IS NULL)
          AND coalesce(link.end_min > $day, link.end IS NULL OR $day IS NULL)]-
   (holder:Entity WHERE NOT holder.unknown)){1,8 /*max_hops*/}
  (listed:Sanctioned)
RETURN [party IN nodes(chain) | party.id] AS entity_ids, length(chain) AS hops, chain
ORDER BY hops, entity_ids
