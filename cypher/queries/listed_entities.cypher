// listed_entities
//
// Every entity with a listing, in force or not, by any authority and with any measure.
//
// column  entity_id  string
// order   entity_id
MATCH (entity:Entity)-[:LISTED_IN]->(:SanctionListing)
RETURN DISTINCT entity.id AS entity_id
ORDER BY entity_id
