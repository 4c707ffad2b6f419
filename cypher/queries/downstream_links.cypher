// downstream_links
//
// Links by which an entity holds others, down the chain, possibly holding on a day, and at each party the untyped
// links to those listed as linked to it. Round by round, so that parallel links never multiply; a placeholder is never
// walked through.
//
// param   entity_id            string        where to start
// param   day                  integer?      days since 1970; null: whatever the dates
// bound   max_hops             1..12 = 8     longest chain followed
// column  link_id              string
// column  type                 string
// column  from_id              string
// column  to_id                string
// column  role                 string
// column  joint                string
// column  certainty            string
// column  visibility           string
// column  share_min            float
// column  share_max            float
// column  share_min_exclusive  boolean
// column  share_max_exclusive  boolean
// column  start                string
// column  start_min            integer
// column  start_max            integer
// column  end                  string
// column  end_min              integer
// column  end_max              integer
// order   link_id
// try     :param {entity_id: 'vessel-imo-7303803', day: 17711}
MATCH (start:Entity {id: $entity_id})
WITH reduce(parties = [start], hop IN range(1, 8 /*max_hops*/) | COLLECT {
  UNWIND parties AS holder
  MATCH (holder)-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS]->(held:Entity)
  WHERE NOT held.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN held AS party
  UNION
  UNWIND parties AS holder
  MATCH (holder)<-[link:ACTS_FOR|NOMINEE_FOR]-(held:Entity)
  WHERE NOT held.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN held AS party
  UNION
  UNWIND parties AS party
  RETURN party
}) AS parties
CALL (parties) {
  UNWIND parties AS holder
  MATCH (holder)-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|LINKED_TO]->(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
  UNION
  UNWIND parties AS holder
  MATCH (holder)<-[link:ACTS_FOR|NOMINEE_FOR]-(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
}
RETURN link.id AS link_id, type(link) AS type, startNode(link).id AS from_id, endNode(link).id AS to_id,
       link.role AS role, link.joint AS joint, link.certainty AS certainty, 'public' AS visibility,
       link.share_min AS share_min, link.share_max AS share_max,
       link.share_min_exclusive AS share_min_exclusive, link.share_max_exclusive AS share_max_exclusive,
       link.start AS start, link.start_min AS start_min, link.start_max AS start_max,
       link.end AS end, link.end_min AS end_min, link.end_max AS end_max
ORDER BY link_id
