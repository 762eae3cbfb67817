// Of thousands of possible contacts the few who are contacts of another case for certain, without reading all that is possible of them.
CREATE INDEX determination_person_id_live_certainty IF NOT EXISTS FOR (n:Determination) ON (n.personId, n.live, n.certainty);
