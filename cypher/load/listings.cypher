// listings
//
// Entries on an authority's list: one authority, one measure, one reference, with every source that tells of it.
//
// param  rows     list<map>  id, entity_id, properties
// param  load_id  string     of the load under way; what an earlier one left is not touched
UNWIND $rows AS row
MATCH (entity:Entity {id: row.entity_id, load_id: $load_id})
MERGE (listing:SanctionListing {id: row.id})
SET listing += row.properties, listing.load_id = $load_id
MERGE (entity)-[listed:LISTED_IN]->(listing)
SET listed.load_id = $load_id
