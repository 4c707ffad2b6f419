// sweep
//
// Removes what an earlier load wrote and the newest did not mention. Repeated until it removes nothing. What bears no
// load_id is not graphkit's and stays; so does everything if another load has begun meanwhile.
//
// param  load_id  string  of the newest load
MATCH (:Load {id: 'graph', load_id: $load_id})
MATCH ()-[link]->()
WHERE link.load_id <> $load_id
WITH link
LIMIT 10000
DELETE link;

MATCH (:Load {id: 'graph', load_id: $load_id})
MATCH (node)
WHERE node.load_id <> $load_id
WITH node
LIMIT 10000
DETACH DELETE node;
