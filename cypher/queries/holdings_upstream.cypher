// holdings_upstream
//
// Who owns and controls an entity and everybody above it, however far up and whatever the dates: what the ownership
// tests are computed from. Each party is met once, so that parallel links and rings never multiply.
//
// param   entity_id            string        whose owners are asked for
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
// try     :param {entity_id: 'vessel-imo-7303803'}
MATCH (start:Entity {id: $entity_id})
MATCH (start)<-[:OWNS|CONTROLS*0..]-(held:Entity)
WITH DISTINCT held
MATCH (held)<-[link:OWNS|CONTROLS]-(holder:Entity)
RETURN link.id AS link_id, type(link) AS type, holder.id AS from_id, held.id AS to_id,
       link.role AS role, link.joint AS joint, link.certainty AS certainty, 'public' AS visibility,
       link.share_min AS share_min, link.share_max AS share_max,
       link.share_min_exclusive AS share_min_exclusive, link.share_max_exclusive AS share_max_exclusive,
       link.start AS start, link.start_min AS start_min, link.start_max AS start_max,
       link.end AS end, link.end_min AS end_min, link.end_max AS end_max
ORDER BY link_id
