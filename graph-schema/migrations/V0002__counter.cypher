// One node gives every write its revision and holds the head of the audit chain: its lock puts the writers in a row.
MERGE (c:Counter {id: 'graph'}) ON CREATE SET c.rev = 0, c.auditSeq = 0, c.auditHash = '';
