// entities
//
// Parties and ships, each with the label of its kind; a kind that is not stated has none.
//
// param  rows     list<map>  id, labels, properties; a property that is null is removed
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MERGE (entity:Entity {id: row.id})
REMOVE entity:Vessel:Company:Organization:Person:Address:Aircraft
SET entity:$(row.labels)
SET entity += row.properties, entity.load_id = $load_id
