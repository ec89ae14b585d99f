-- Contacts that want no more invitations from an organisation: by the hash of the contact, so that this is no list of them.

CREATE TABLE stopped (
    organisation TEXT NOT NULL,
    contact TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (organisation, contact)
) STRICT, WITHOUT ROWID;
