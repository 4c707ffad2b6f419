// entities_by_id
//
// The entity with this id; if there is none, the one that once had it; if there is none, the one that holds the record
// with this id.
//
// param   text       string  an entity id, an old one, or a record id such as 'ofac-sdn:23730'
// column  entity_id  string
// order   entity_id
// try     :param {text: 'vessel-imo-7303803'}
CALL () {
  MATCH (entity:Entity {id: $text})
  RETURN entity, 1 AS rank
  UNION ALL
  MATCH (:OldId {id: $text})-[:RESOLVED_TO]->(entity:Entity)
  RETURN entity, 2 AS rank
  UNION ALL
  MATCH (:Record {id: $text})-[:RESOLVED_TO]->(entity:Entity)
  RETURN entity, 3 AS rank
}
WITH rank, collect(DISTINCT entity.id) AS ids
ORDER BY rank
LIMIT 1
UNWIND ids AS entity_id
RETURN entity_id
ORDER BY entity_id
