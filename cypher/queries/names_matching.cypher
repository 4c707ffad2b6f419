// names_matching
//
// Names whose whole comparison form matches a regular expression; one row for each statement of a name.
//
// param   pattern     string  'H.PE S.*'
// column  entity_id   string
// column  name        string
// column  name_kind   string
// column  search_key  string
// order   entity_id, name, name_kind, search_key
// try     :param {pattern: 'AN S.N.*'}
MATCH (entity:Entity)-[held:HAS_NAME]->(:Name)
WHERE held.search_key =~ $pattern
UNWIND held.sources AS source
RETURN entity.id AS entity_id, held.name AS name, held.kind AS name_kind, held.search_key AS search_key
ORDER BY entity_id, name, name_kind, search_key
