// From a write to the cases it concerns, without walking every case and every name.
CREATE INDEX case_episode_person_id IF NOT EXISTS FOR (n:CaseEpisode) ON (n.personId);
CREATE INDEX case_episode_rev IF NOT EXISTS FOR (n:CaseEpisode) ON (n.rev);
CREATE INDEX naming_rev IF NOT EXISTS FOR (n:Naming) ON (n.rev);
CREATE INDEX place_rev IF NOT EXISTS FOR (n:Place) ON (n.rev);
