// possible_matches
//
// Pairs of entities that may be one and wait for a person's judgement.
//
// param  rows     list<map>  id, left, right, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (left:Entity {id: row.left, load_id: $load_id})
MATCH (right:Entity {id: row.right, load_id: $load_id})
MERGE (left)-[match:POSSIBLY_SAME_AS {id: row.id}]->(right)
SET match += row.properties, match.load_id = $load_id
