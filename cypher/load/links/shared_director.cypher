// links/shared_director
//
// Two companies with one director: derived by graphkit, stated by nobody.
//
// param  rows     list<map>  id, from_id, to_id, properties of the link with the statements behind it
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (party:Entity {id: row.from_id, load_id: $load_id})
MATCH (other:Entity {id: row.to_id, load_id: $load_id})
MERGE (party)-[link:SHARED_DIRECTOR {id: row.id}]->(other)
SET link += row.properties, link.load_id = $load_id
