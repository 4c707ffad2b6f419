// complete
//
// The end of a load, if no other one has begun meanwhile: one row then, none otherwise.
//
// param   load_id        string   of the load that ends
// param   finished       string   ISO time
// param   day            string   ISO day for which :Sanctioned is true
// column  nodes          integer  that the load has written, itself left out
// column  relationships  integer
MATCH (load:Load {id: 'graph', load_id: $load_id})
SET load.state = 'complete', load.caption = 'load complete', load.finished = $finished, load.sanctioned_as_of = $day
RETURN COUNT { MATCH (node) WHERE node.load_id = $load_id AND NOT node:Load } AS nodes,
       COUNT { MATCH ()-[link]->() WHERE link.load_id = $load_id } AS relationships
