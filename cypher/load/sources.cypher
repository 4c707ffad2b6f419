// sources
//
// The lists, registers, reports and articles that statements name as their source.
//
// param  rows     list<map>  id, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MERGE (source:Source {id: row.id})
SET source += row.properties, source.load_id = $load_id
