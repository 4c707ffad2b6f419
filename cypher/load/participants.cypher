// participants
//
// Who took part in an event, and as what.
//
// param  rows     list<map>  id, event_id, entity_id, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (event:Event {id: row.event_id, load_id: $load_id})
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (entity)-[part:PARTICIPATED_IN {id: row.id}]->(event)
SET part += row.properties, part.load_id = $load_id
