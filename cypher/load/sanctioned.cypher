// sanctioned
//
// The label :Sanctioned for one day: a listing that counts and is in force for certain. A listing without a date is
// known from the day its list was published or read, and one that ended on an unknown day does not count.
//
// param  day       integer       days since 1970
// param  date      string        the same day as people read it
// param  measures  list<string>  that make a party sanctioned
MATCH (entity:Sanctioned)
REMOVE entity:Sanctioned, entity.sanctioned_as_of;

MATCH (listing:SanctionListing)
WHERE listing.measure IN $measures
  AND CASE WHEN listing.listed IS NULL THEN listing.known_day ELSE listing.listed_max END <= $day
  AND (listing.delisted IS NULL OR listing.delisted_min > $day)
MATCH (entity:Entity)-[:LISTED_IN]->(listing)
WITH DISTINCT entity
SET entity:Sanctioned, entity.sanctioned_as_of = $date;
