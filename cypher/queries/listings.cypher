// listings
//
// The listings of these entities, in force or not.
//
// param   entity_ids    list<string>
// column  listing_id    string
// column  entity_id     string
// column  known_day     integer
// column  visibility    string
// column  authority     string
// column  list          string
// column  programs      string
// column  measure       string
// column  reference     string
// column  listed        string
// column  listed_min    integer
// column  listed_max    integer
// column  delisted      string
// column  delisted_min  integer
// column  delisted_max  integer
// order   listing_id
// try     :param {entity_ids: ['vessel-imo-7303803']}
MATCH (entity:Entity)-[:LISTED_IN]->(listing:SanctionListing)
WHERE entity.id IN $entity_ids
RETURN listing.id AS listing_id, entity.id AS entity_id, listing.known_day AS known_day, 'public' AS visibility,
       listing.authority AS authority, listing.list AS list,
       reduce(text = '', each IN listing.programs | text + CASE text WHEN '' THEN '' ELSE '; ' END + each) AS programs,
       listing.measure AS measure, listing.reference AS reference,
       listing.listed AS listed, listing.listed_min AS listed_min, listing.listed_max AS listed_max,
       listing.delisted AS delisted, listing.delisted_min AS delisted_min, listing.delisted_max AS delisted_max
ORDER BY listing_id
