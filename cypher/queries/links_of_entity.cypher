// links_of_entity
//
// All links of an entity, in both directions, whatever their dates.
//
// param   entity_id            string
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
MATCH (:Entity {id: $entity_id})-[link:OWNS|CONTROLS|MANAGES|OPERATES|DIRECTS|ACTS_FOR|NOMINEE_FOR
  |LINKED_TO|FAMILY_OF|ASSOCIATE_OF|MEMBER_OF|SHARED_ADDRESS|SHARED_CONTACT|SHARED_DIRECTOR|SHARED_MANAGER
  |SUCCEEDED_BY|INSURED_BY|CLASSED_BY|BROKERED_BY|AGENT_FOR|CARGO_OWNER_OF]-(:Entity)
WITH DISTINCT link
RETURN link.id AS link_id, type(link) AS type, startNode(link).id AS from_id, endNode(link).id AS to_id,
       link.role AS role, link.joint AS joint, link.certainty AS certainty, 'public' AS visibility,
       link.share_min AS share_min, link.share_max AS share_max,
       link.share_min_exclusive AS share_min_exclusive, link.share_max_exclusive AS share_max_exclusive,
       link.start AS start, link.start_min AS start_min, link.start_max AS start_max,
       link.end AS end, link.end_min AS end_min, link.end_max AS end_max
ORDER BY link_id
