// event_statements
//
// Who says what about an event: one node for each statement, since no two of them need agree.
//
// param  rows     list<map>  id, event_id, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (event:Event {id: row.event_id, load_id: $load_id})
MERGE (statement:EventStatement {id: row.id})
SET statement += row.properties, statement.load_id = $load_id
MERGE (statement)-[states:STATES]->(event)
SET states.load_id = $load_id
