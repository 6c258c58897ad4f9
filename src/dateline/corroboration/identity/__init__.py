"""One actor across articles: who of two articles is the same person or body, under several spellings."""

from dateline.corroboration.identity.updating import bring_up_to_date, renew

__all__ = ["bring_up_to_date", "renew"]
