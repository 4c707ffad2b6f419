// old_ids
//
// Ids that entities had in earlier builds; an id once given keeps working.
//
// param  rows     list<map>  id, entity_id
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (old:OldId {id: row.id})
SET old.caption = row.id, old.load_id = $load_id
MERGE (old)-[resolved:RESOLVED_TO]->(entity)
SET resolved.load_id = $load_id
