// names_with_words
//
// Names that contain all of these words or parts of words; one row for each statement of a name.
//
// param   words       list<string>  in comparison form
// column  entity_id   string
// column  name        string
// column  name_kind   string
// column  search_key  string
// order   entity_id, name, name_kind, search_key
// try     :param {words: ['AN', 'SAN']}
MATCH (entity:Entity)-[held:HAS_NAME]->(name:Name)
WHERE name.joined CONTAINS replace(coalesce(head($words), ''), ' ', '')
  AND all(word IN $words WHERE held.search_key CONTAINS word)
UNWIND held.sources AS source
RETURN entity.id AS entity_id, held.name AS name, held.kind AS name_kind, held.search_key AS search_key
ORDER BY entity_id, name, name_kind, search_key
