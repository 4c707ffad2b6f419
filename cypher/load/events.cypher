// events
//
// What happened to ships, with a second label for the type of event; one of an earlier load goes.
//
// param  rows     list<map>  id, labels, properties: as the first statement about the event has them
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MERGE (event:Event {id: row.id})
REMOVE event:$([label IN labels(event) WHERE label <> 'Event'])
SET event:$(row.labels)
SET event += row.properties, event.load_id = $load_id
