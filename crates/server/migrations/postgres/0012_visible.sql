-- Members whom everybody may see: those who chose it, in an index of their own. The rules say who of them is listed now.

CREATE INDEX record_visible ON record (organisation) WHERE approved = 1 AND strpos(body, '"visible":true') > 0;
CREATE INDEX record_visible_of ON record (person) WHERE approved = 1 AND strpos(body, '"visible":true') > 0;
