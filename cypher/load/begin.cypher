// begin
//
// Says that a load is under way: until `complete`, whoever asks is warned. A second load takes over from the first.
//
// param  load_id         string        names this load; whatever bears another one is swept away in the end
// param  started         string        ISO time
// param  list_sources    list<string>  the sources of the case, as `graphkit sources` names them
// param  list_published  list<string>  when each was published; empty: not known
// param  list_read       list<string>  when each was read
MERGE (load:Load {id: 'graph'})
SET load.load_id = $load_id,
    load.state = 'incomplete',
    load.caption = 'load incomplete',
    load.started = $started,
    load.finished = null,
    load.list_sources = $list_sources,
    load.list_published = $list_published,
    load.list_read = $list_read
