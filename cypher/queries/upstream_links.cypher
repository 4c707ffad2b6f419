// upstream_links
//
// Links that may lead from an entity up to whoever stands behind it, possibly holding on a day, and those just beyond
// the longest chain. Round by round, so that parallel links never multiply: first up, from the thing held to its
// holder (for agents, nominees and members along the arrow), then once sideways and up again. A placeholder is never
// walked through.
//
// param   entity_id            string        where to start, such as 'vessel-imo-7303803'
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
  UNWIND parties AS held
  MATCH (held)<-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|LINKED_TO]-(holder:Entity)
  WHERE NOT holder.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN holder AS party
  UNION
  UNWIND parties AS held
  MATCH (held)-[link:ACTS_FOR|NOMINEE_FOR|MEMBER_OF]->(holder:Entity)
  WHERE NOT holder.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN holder AS party
  UNION
  UNWIND parties AS party
  RETURN party
}) AS parties
WITH parties, COLLECT {
  UNWIND parties AS party
  MATCH (party)-[link:FAMILY_OF|ASSOCIATE_OF|SHARED_ADDRESS|SHARED_CONTACT|SHARED_DIRECTOR|SHARED_MANAGER]-(beside:Entity)
  WHERE NOT beside.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN DISTINCT beside
} AS beside
WITH parties, reduce(wider = beside, hop IN range(2, 8 /*max_hops*/) | COLLECT {
  UNWIND wider AS held
  MATCH (held)<-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|LINKED_TO]-(holder:Entity)
  WHERE NOT holder.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN holder AS party
  UNION
  UNWIND wider AS held
  MATCH (held)-[link:ACTS_FOR|NOMINEE_FOR|MEMBER_OF]->(holder:Entity)
  WHERE NOT holder.unknown AND coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN holder AS party
  UNION
  UNWIND wider AS party
  RETURN party
}) AS wider
CALL (parties, wider) {
  UNWIND parties + wider AS held
  MATCH (held)<-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|LINKED_TO]-(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
  UNION
  UNWIND parties + wider AS held
  MATCH (held)-[link:ACTS_FOR|NOMINEE_FOR|MEMBER_OF]->(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
  UNION
  UNWIND parties AS party
  MATCH (party)-[link:FAMILY_OF|ASSOCIATE_OF|SHARED_ADDRESS|SHARED_CONTACT|SHARED_DIRECTOR|SHARED_MANAGER]-(:Entity)
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
