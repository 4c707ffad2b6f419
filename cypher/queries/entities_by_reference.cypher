// entities_by_reference
//
// Entities with a listing of this reference on any list.
//
// param   reference  string  as the list prints it
// column  entity_id  string
// order   entity_id
// try     :param {reference: 'KPe.062'}
MATCH (:SanctionListing {reference: $reference})<-[:LISTED_IN]-(entity:Entity)
RETURN DISTINCT entity.id AS entity_id
ORDER BY entity_id
