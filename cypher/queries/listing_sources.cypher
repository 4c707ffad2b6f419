// listing_sources
//
// Who states these listings, and where; statements with a date first.
//
// param   listing_ids       list<string>
// column  listing_id        string
// column  statement_id      string
// column  source_id         string
// column  file              string
// column  line              integer
// column  place             string
// column  source_reference  string
// column  wording           string
// column  visibility        string
// order   listing_id, then as loaded
// try     :param {listing_ids: ['listing-0000000000000000']}
MATCH (listing:SanctionListing)
WHERE listing.id IN $listing_ids
UNWIND range(0, size(listing.sources) - 1) AS position
RETURN listing.id AS listing_id, listing.statement_ids[position] AS statement_id,
       listing.sources[position] AS source_id, listing.files[position] AS file, listing.lines[position] AS line,
       listing.places[position] AS place, listing.references[position] AS source_reference,
       listing.wordings[position] AS wording, 'public' AS visibility
ORDER BY listing_id, position
