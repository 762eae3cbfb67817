// activeId is set only while a version is active, so a protocol has at most one that cases are judged by.
CREATE CONSTRAINT protocol_version_active_id_unique IF NOT EXISTS FOR (n:ProtocolVersion) REQUIRE n.activeId IS UNIQUE;
