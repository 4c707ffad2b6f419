// claims
//
// Events in which a ship claimed a name, with the ship that claimed it; one row for each statement.
//
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
// column  entity_id         string
// order   as loaded
MATCH (statement:EventStatement)-[:STATES]->(event:Event)
WHERE statement.claimed_name <> ''
WITH statement, event, COLLECT {
  MATCH (event)<-[:PARTICIPATED_IN {role: 'subject'}]-(ship:Entity)
  RETURN ship.id
  ORDER BY ship.id DESCENDING
} AS ships
RETURN event.id AS event_id, statement.type AS type, statement.area AS area, statement.latitude AS latitude,
       statement.longitude AS longitude, statement.claimed_name AS claimed_name,
       statement.claimed_imo AS claimed_imo, statement.claimed_flag AS claimed_flag,
       statement.draught_before_m AS draught_before_m, statement.draught_after_m AS draught_after_m,
       statement.certainty AS certainty, statement.note AS note, statement.start AS start,
       statement.start_min AS start_min, statement.start_max AS start_max, statement.end AS end,
       statement.end_min AS end_min, statement.end_max AS end_max, statement.source_id AS source_id,
       statement.file AS file, statement.line AS line, statement.place AS place,
       statement.source_reference AS source_reference, statement.wording AS wording, 'public' AS visibility,
       coalesce(head(ships), '') AS entity_id
ORDER BY statement.position
