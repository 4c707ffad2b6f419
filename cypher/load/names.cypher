// names
//
// Names of entities. A :Name is a spelling without blanks, case and accents, never a party: two parties of one name
// stay two, and `joined` is the key of the spelling.
//
// param  rows     list<map>  id, entity_id, joined, properties of HAS_NAME: the name as stated, and by whom
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (name:Name {joined: row.joined})
SET name.caption = row.joined, name.load_id = $load_id
MERGE (entity)-[held:HAS_NAME {id: row.id}]->(name)
SET held += row.properties, held.load_id = $load_id
