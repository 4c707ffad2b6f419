// search_keys
//
// Every distinct comparison form of a name: what a misspelt name is compared with.
//
// column  search_key  string
// order   search_key
MATCH (:Entity)-[held:HAS_NAME]->(:Name)
RETURN DISTINCT held.search_key AS search_key
ORDER BY search_key
