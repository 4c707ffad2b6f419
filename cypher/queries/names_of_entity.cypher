// names_of_entity
//
// Every name of an entity, one row for each statement of it.
//
// param   entity_id         string
// column  entity_id         string
// column  name              string
// column  name_kind         string
// column  search_key        string
// column  source_id         string
// column  file              string
// column  line              integer
// column  place             string
// column  source_reference  string
// column  wording           string
// column  visibility        string
// order   name, name_kind, search_key, then as loaded
// try     :param {entity_id: 'vessel-imo-7303803'}
MATCH (entity:Entity {id: $entity_id})-[held:HAS_NAME]->(:Name)
UNWIND range(0, size(held.sources) - 1) AS position
RETURN entity.id AS entity_id, held.name AS name, held.kind AS name_kind, held.search_key AS search_key,
       held.sources[position] AS source_id, held.files[position] AS file, held.lines[position] AS line,
       held.places[position] AS place, held.references[position] AS source_reference,
       held.wordings[position] AS wording, 'public' AS visibility
ORDER BY name, name_kind, search_key, position
