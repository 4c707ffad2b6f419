// schema
//
// Constraints and indexes; every statement may be repeated. Nothing here needs the Enterprise edition.
// A relationship's id has an index and no constraint: a link that moved is there twice until the sweep.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT old_id IF NOT EXISTS FOR (n:OldId) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_joined IF NOT EXISTS FOR (n:Name) REQUIRE n.joined IS UNIQUE;
CREATE CONSTRAINT identifier_id IF NOT EXISTS FOR (n:Identifier) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (n:Identifier) REQUIRE (n.scheme, n.value) IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT listing_id IF NOT EXISTS FOR (n:SanctionListing) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT event_statement_id IF NOT EXISTS FOR (n:EventStatement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT load_id IF NOT EXISTS FOR (n:Load) REQUIRE n.id IS UNIQUE;

// Lists print one number on two parties: these are not unique.
CREATE INDEX vessel_imo IF NOT EXISTS FOR (n:Vessel) ON (n.imo);
CREATE INDEX company_imo IF NOT EXISTS FOR (n:Company) ON (n.company_imo);
CREATE INDEX listing_reference IF NOT EXISTS FOR (n:SanctionListing) ON (n.reference);
CREATE INDEX event_start IF NOT EXISTS FOR (n:Event) ON (n.start_min);
CREATE TEXT INDEX name_part IF NOT EXISTS FOR (n:Name) ON (n.joined);
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.caption, n.names];

CREATE INDEX owns_id IF NOT EXISTS FOR ()-[r:OWNS]-() ON (r.id);
CREATE INDEX controls_id IF NOT EXISTS FOR ()-[r:CONTROLS]-() ON (r.id);
CREATE INDEX manages_id IF NOT EXISTS FOR ()-[r:MANAGES]-() ON (r.id);
CREATE INDEX operates_id IF NOT EXISTS FOR ()-[r:OPERATES]-() ON (r.id);
CREATE INDEX directs_id IF NOT EXISTS FOR ()-[r:DIRECTS]-() ON (r.id);
CREATE INDEX acts_for_id IF NOT EXISTS FOR ()-[r:ACTS_FOR]-() ON (r.id);
CREATE INDEX nominee_for_id IF NOT EXISTS FOR ()-[r:NOMINEE_FOR]-() ON (r.id);
CREATE INDEX linked_to_id IF NOT EXISTS FOR ()-[r:LINKED_TO]-() ON (r.id);
CREATE INDEX family_of_id IF NOT EXISTS FOR ()-[r:FAMILY_OF]-() ON (r.id);
CREATE INDEX associate_of_id IF NOT EXISTS FOR ()-[r:ASSOCIATE_OF]-() ON (r.id);
CREATE INDEX member_of_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.id);
CREATE INDEX shared_address_id IF NOT EXISTS FOR ()-[r:SHARED_ADDRESS]-() ON (r.id);
CREATE INDEX shared_contact_id IF NOT EXISTS FOR ()-[r:SHARED_CONTACT]-() ON (r.id);
CREATE INDEX shared_director_id IF NOT EXISTS FOR ()-[r:SHARED_DIRECTOR]-() ON (r.id);
CREATE INDEX shared_manager_id IF NOT EXISTS FOR ()-[r:SHARED_MANAGER]-() ON (r.id);
CREATE INDEX succeeded_by_id IF NOT EXISTS FOR ()-[r:SUCCEEDED_BY]-() ON (r.id);
CREATE INDEX insured_by_id IF NOT EXISTS FOR ()-[r:INSURED_BY]-() ON (r.id);
CREATE INDEX classed_by_id IF NOT EXISTS FOR ()-[r:CLASSED_BY]-() ON (r.id);
CREATE INDEX brokered_by_id IF NOT EXISTS FOR ()-[r:BROKERED_BY]-() ON (r.id);
CREATE INDEX agent_for_id IF NOT EXISTS FOR ()-[r:AGENT_FOR]-() ON (r.id);
CREATE INDEX cargo_owner_of_id IF NOT EXISTS FOR ()-[r:CARGO_OWNER_OF]-() ON (r.id);
CREATE INDEX has_name_id IF NOT EXISTS FOR ()-[r:HAS_NAME]-() ON (r.id);
CREATE INDEX has_identifier_id IF NOT EXISTS FOR ()-[r:HAS_IDENTIFIER]-() ON (r.id);
CREATE INDEX possibly_same_as_id IF NOT EXISTS FOR ()-[r:POSSIBLY_SAME_AS]-() ON (r.id);

CALL db.awaitIndexes(300);
