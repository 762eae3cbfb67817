// From a person to the household, without walking everybody: each property by itself, for a question asks one at a time.
CREATE INDEX person_guardian_id IF NOT EXISTS FOR (n:Person) ON (n.guardianId);
CREATE INDEX person_address IF NOT EXISTS FOR (n:Person) ON (n.address);
CREATE INDEX person_current_address IF NOT EXISTS FOR (n:Person) ON (n.currentAddress);
