// entities_by_name
//
// Entities with a name of this joined form.
//
// param   joined     string  capitals and figures without blanks
// column  entity_id  string
// order   entity_id
// try     :param {joined: 'ANSAN1'}
MATCH (:Name {joined: $joined})<-[:HAS_NAME]-(entity:Entity)
RETURN DISTINCT entity.id AS entity_id
ORDER BY entity_id
