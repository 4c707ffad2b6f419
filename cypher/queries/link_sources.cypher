// link_sources
//
// Who states these links, where and in which words; the surest statement of each link first.
// One branch for each type of relationship, because an index belongs to one type.
//
// param   link_ids          list<string>
// column  link_id           string
// column  statement_id      string
// column  certainty         string
// column  source_id         string
// column  file              string
// column  line              integer
// column  place             string
// column  source_reference  string
// column  wording           string
// column  visibility        string
// order   link_id, then as loaded: the surest first
// try     :param {link_ids: ['link-0000000000000000']}
UNWIND $link_ids AS link_id
WITH DISTINCT link_id
CALL (link_id) {
  MATCH ()-[link:OWNS {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:CONTROLS {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:MANAGES {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:OPERATES {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:DIRECTS {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:ACTS_FOR {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:NOMINEE_FOR {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:LINKED_TO {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:FAMILY_OF {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:ASSOCIATE_OF {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:MEMBER_OF {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:SHARED_ADDRESS {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:SHARED_CONTACT {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:SHARED_DIRECTOR {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:SHARED_MANAGER {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:SUCCEEDED_BY {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:INSURED_BY {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:CLASSED_BY {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:BROKERED_BY {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:AGENT_FOR {id: link_id}]->()
  RETURN link
  UNION ALL
  MATCH ()-[link:CARGO_OWNER_OF {id: link_id}]->()
  RETURN link
}
UNWIND range(0, size(link.sources) - 1) AS position
RETURN link.id AS link_id, link.statement_ids[position] AS statement_id, link.certainties[position] AS certainty,
       link.sources[position] AS source_id, link.files[position] AS file, link.lines[position] AS line,
       link.places[position] AS place, link.references[position] AS source_reference,
       link.wordings[position] AS wording, 'public' AS visibility
ORDER BY link_id, position
