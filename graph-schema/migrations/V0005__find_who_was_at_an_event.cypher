// From an event to the people named there, without walking every name.
CREATE INDEX naming_place_id IF NOT EXISTS FOR (n:Naming) ON (n.placeId);
