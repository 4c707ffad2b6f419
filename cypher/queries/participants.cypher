// participants
//
// Who took part in these events, and as what.
//
// param   event_ids  list<string>
// column  event_id   string
// column  entity_id  string
// column  role       string
// order   event_id, entity_id, role
// try     :param {event_ids: ['an-san-1-sts-2018-06-29']}
MATCH (entity:Entity)-[part:PARTICIPATED_IN]->(event:Event)
WHERE event.id IN $event_ids
RETURN event.id AS event_id, entity.id AS entity_id, part.role AS role
ORDER BY event_id, entity_id, role
