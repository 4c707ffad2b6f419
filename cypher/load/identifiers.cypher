// identifiers
//
// Numbers of entities: IMO, company IMO, MMSI, call sign, LEI, registration numbers.
//
// param  rows     list<map>  id, entity_id, number_id, number: properties of the number, properties of HAS_IDENTIFIER
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (number:Identifier {id: row.number_id})
SET number += row.number, number.load_id = $load_id
MERGE (entity)-[held:HAS_IDENTIFIER {id: row.id}]->(number)
SET held += row.properties, held.load_id = $load_id
