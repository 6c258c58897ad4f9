"""E-mail: single messages (.eml), mailboxes (.mbox), digests and forwarded newsletters."""
