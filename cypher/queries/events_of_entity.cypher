// events_of_entity
//
// The events that an entity took part in, one row for each statement about them, earliest first, undated ones last.
//
// param   entity_id         string
// column  event_id          string
// column  type              string
// column  area              string
// column  latitude          float
// column  longitude         float
// column  claimed_name      string
// column  claimed_imo       string
// column  claimed_flag      string
// column  draught_before_m  float
// column  draught_after_m   float
// column  certainty         string
// column  note              string
// column  start             string
// column  start_min         integer
// column  start_max         integer
// column  end               string
// column  end_min           integer
// column  end_max           integer
// column  source_id         string
// column  file              string
// column  line              integer
// column  place             string
// column  source_reference  string
// column  wording           string
// column  visibility        string
// order   start_min, event_id, then as loaded
// try     :param {entity_id: 'vessel-imo-7303803'}
MATCH (:Entity {id: $entity_id})-[:PARTICIPATED_IN]->(event:Event)
WITH DISTINCT event
MATCH (statement:EventStatement)-[:STATES]->(event)
RETURN event.id AS event_id, statement.type AS type, statement.area AS area, statement.latitude AS latitude,
       statement.longitude AS longitude, statement.claimed_name AS claimed_name,
       statement.claimed_imo AS claimed_imo, statement.claimed_flag AS claimed_flag,
       statement.draught_before_m AS draught_before_m, statement.draught_after_m AS draught_after_m,
       statement.certainty AS certainty, statement.note AS note, statement.start AS start,
       statement.start_min AS start_min, statement.start_max AS start_max, statement.end AS end,
       statement.end_min AS end_min, statement.end_max AS end_max, statement.source_id AS source_id,
       statement.file AS file, statement.line AS line, statement.place AS place,
       statement.source_reference AS source_reference, statement.wording AS wording, 'public' AS visibility
ORDER BY start_min, event_id, statement.position
