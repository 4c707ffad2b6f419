// links_below
//
// Links by which parties hold others, one step down, possibly holding on a day, and the untyped links to those listed
// as linked to them. Asked again of those that are held, it goes down as far as there is anybody.
//
// param   entity_ids           list<string>  the holders
// param   day                  integer?      days since 1970; null: whatever the dates
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
// try     :param {entity_ids: ['company-imo-5676084'], day: 17711}
UNWIND $entity_ids AS id
MATCH (holder:Entity {id: id})
CALL (holder) {
  MATCH (holder)-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|LINKED_TO]->(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
  UNION
  MATCH (holder)<-[link:ACTS_FOR|NOMINEE_FOR]-(:Entity)
  WHERE coalesce(link.start_min <= $day, true) AND coalesce(link.end_max > $day, true)
  RETURN link
}
WITH DISTINCT link
RETURN link.id AS link_id, type(link) AS type, startNode(link).id AS from_id, endNode(link).id AS to_id,
       link.role AS role, link.joint AS joint, link.certainty AS certainty, 'public' AS visibility,
       link.share_min AS share_min, link.share_max AS share_max,
       link.share_min_exclusive AS share_min_exclusive, link.share_max_exclusive AS share_max_exclusive,
       link.start AS start, link.start_min AS start_min, link.start_max AS start_max,
       link.end AS end, link.end_min AS end_min, link.end_max AS end_max
ORDER BY link_id
