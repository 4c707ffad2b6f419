// holdings_of
//
// Who owns and controls these entities, one step up and whatever the dates. Asked again of the holders it goes up as far
// as there is anybody: what the ownership tests are computed from. A path over all steps at once would multiply with
// parallel links.
//
// param   entity_ids           list<string>  whose owners are asked for
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
// try     :param {entity_ids: ['vessel-imo-7303803']}
UNWIND $entity_ids AS id
MATCH (held:Entity {id: id})<-[link:OWNS|CONTROLS]-(holder:Entity)
WITH DISTINCT link, holder, held
RETURN link.id AS link_id, type(link) AS type, holder.id AS from_id, held.id AS to_id,
       link.role AS role, link.joint AS joint, link.certainty AS certainty, 'public' AS visibility,
       link.share_min AS share_min, link.share_max AS share_max,
       link.share_min_exclusive AS share_min_exclusive, link.share_max_exclusive AS share_max_exclusive,
       link.start AS start, link.start_min AS start_min, link.start_max AS start_max,
       link.end AS end, link.end_min AS end_min, link.end_max AS end_max
ORDER BY link_id
