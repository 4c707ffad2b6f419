// entities
//
// Entities by id.
//
// param   ids                         list<string>
// column  entity_id                   string
// column  kind                        string
// column  name                        string
// column  imo                         string
// column  company_imo                 string
// column  mmsi                        string
// column  call_sign                   string
// column  lei                         string
// column  flag                        string
// column  countries                   string
// column  type                        string
// column  unknown                     boolean
// column  dissolved                   string
// column  dissolved_min               integer
// column  dissolved_max               integer
// column  blocked_ofac                string   what the test of OFAC says: yes, no, possible
// column  blocked_eu                  string
// column  blocked_uk                  string
// column  blocked_review              string   authorities whose result rests on mutual holdings
// column  blocked_because             string   the holders whose stakes met a test
// column  blocked_as_of               string   the day of the build, for which all this was computed
// column  effective_listed_share_min  float    percent owned in effect by all listed parties together
// column  effective_listed_share_max  float
// column  records                     integer
// column  visibility                  string
// order   entity_id
// try     :param {ids: ['vessel-imo-7303803']}
MATCH (entity:Entity)
WHERE entity.id IN $ids
RETURN entity.id AS entity_id, entity.kind AS kind, entity.name AS name,
       coalesce(entity.imo, '') AS imo, coalesce(entity.company_imo, '') AS company_imo,
       coalesce(entity.mmsi, '') AS mmsi, coalesce(entity.call_sign, '') AS call_sign,
       coalesce(entity.lei, '') AS lei, coalesce(entity.flag, '') AS flag,
       reduce(text = '', each IN entity.countries | text + CASE text WHEN '' THEN '' ELSE '; ' END + each) AS countries,
       coalesce(entity.type, '') AS type, entity.unknown AS unknown,
       entity.dissolved AS dissolved, entity.dissolved_min AS dissolved_min, entity.dissolved_max AS dissolved_max,
       coalesce(entity.blocked_ofac, '') AS blocked_ofac, coalesce(entity.blocked_eu, '') AS blocked_eu,
       coalesce(entity.blocked_uk, '') AS blocked_uk, coalesce(entity.blocked_review, '') AS blocked_review,
       coalesce(entity.blocked_because, '') AS blocked_because, coalesce(entity.blocked_as_of, '') AS blocked_as_of,
       entity.effective_listed_share_min AS effective_listed_share_min,
       entity.effective_listed_share_max AS effective_listed_share_max,
       entity.record_count AS records, 'public' AS visibility
ORDER BY entity_id
