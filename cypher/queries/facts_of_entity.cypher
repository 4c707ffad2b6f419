// facts_of_entity
//
// Numbers and facts of an entity, one row for each statement of them.
//
// param   entity_id         string
// column  entity_id         string
// column  property          string
// column  value             string
// column  code              string
// column  valid             string
// column  start             string
// column  source_id         string
// column  file              string
// column  line              integer
// column  place             string
// column  source_reference  string
// column  wording           string
// column  visibility        string
// order   property, value, code, valid, start, then as loaded
// try     :param {entity_id: 'vessel-imo-7303803'}
MATCH (entity:Entity {id: $entity_id})
CALL (entity) {
  MATCH (entity)-[held:HAS_IDENTIFIER]->(number:Identifier)
  RETURN held AS said, number.scheme AS property, held.raw AS value, number.value AS code, held.valid AS valid
  UNION ALL
  MATCH (entity)-[:HAS_FACT]->(fact:Fact)
  RETURN fact AS said, fact.property AS property, fact.value AS value, fact.code AS code, '' AS valid
}
UNWIND range(0, size(said.sources) - 1) AS position
RETURN entity.id AS entity_id, property, value, code, valid, said.start AS start,
       said.sources[position] AS source_id, said.files[position] AS file, said.lines[position] AS line,
       said.places[position] AS place, said.references[position] AS source_reference,
       said.wordings[position] AS wording, 'public' AS visibility
ORDER BY property, value, code, valid, start, position
