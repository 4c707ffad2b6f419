// facts
//
// What is stated of an entity beside names and numbers: flags, countries, addresses, types, birth dates.
//
// param  rows     list<map>  id, entity_id, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (fact:Fact {id: row.id})
SET fact += row.properties, fact.load_id = $load_id
MERGE (entity)-[held:HAS_FACT]->(fact)
SET held.load_id = $load_id
