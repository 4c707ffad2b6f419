// entities
//
// Entities by id.
//
// param   ids          list<string>
// column  entity_id    string
// column  kind         string
// column  name         string
// column  imo          string
// column  company_imo  string
// column  mmsi         string
// column  call_sign    string
// column  lei          string
// column  flag         string
// column  countries    string
// column  type         string
// column  unknown      boolean
// column  records      integer
// column  visibility   string
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
       entity.record_count AS records, 'public' AS visibility
ORDER BY entity_id
