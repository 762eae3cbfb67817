// The identity engine follows people by revision; a person's pairs are found without walking all that are open.
CREATE INDEX person_rev IF NOT EXISTS FOR (n:Person) ON (n.rev);
CREATE INDEX duplicate_pair_a IF NOT EXISTS FOR (n:DuplicatePair) ON (n.a);
CREATE INDEX duplicate_pair_b IF NOT EXISTS FOR (n:DuplicatePair) ON (n.b);
CREATE CONSTRAINT identity_setting_id_unique IF NOT EXISTS FOR (n:IdentitySetting) REQUIRE n.id IS UNIQUE;
