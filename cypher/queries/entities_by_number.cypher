// entities_by_number
//
// Entities that bear a number of a scheme, whatever its check said.
//
// param   scheme     string  imo, company_imo, mmsi, call_sign, lei, ...
// param   number     string  as compared: '7303803'
// column  entity_id  string
// order   entity_id
// try     :param {scheme: 'imo', number: '7303803'}
MATCH (:Identifier {scheme: $scheme, value: $number})<-[:HAS_IDENTIFIER]-(entity:Entity)
RETURN DISTINCT entity.id AS entity_id
ORDER BY entity_id
