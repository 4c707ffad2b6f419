// possible_matches
//
// Entities that may be the same as one of these, and wait for a person's judgement; the most alike first.
//
// param   entity_ids    list<string>
// column  entity_id     string
// column  other_id      string
// column  other_name    string
// column  match_weight  float         logarithm to base 2 of the odds
// order   match_weight from the highest, entity_id, other_id
// try     :param {entity_ids: ['vessel-imo-7303803']}
MATCH (entity:Entity)-[match:POSSIBLY_SAME_AS]-(other:Entity)
WHERE entity.id IN $entity_ids
RETURN entity.id AS entity_id, other.id AS other_id, other.name AS other_name, match.match_weight AS match_weight
ORDER BY match_weight DESCENDING, entity_id, other_id
