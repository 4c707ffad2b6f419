// records
//
// Which records of the sources were joined into an entity.
//
// param  rows     list<map>  id, entity_id
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (record:Record {id: row.id})
SET record.caption = row.id, record.load_id = $load_id
MERGE (record)-[resolved:RESOLVED_TO]->(entity)
SET resolved.load_id = $load_id
