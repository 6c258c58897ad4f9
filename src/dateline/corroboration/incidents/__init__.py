"""The same event told by several articles as one incident, the same utterance quoted by several as one saying."""

from dateline.corroboration.incidents.incident import Incident, Report, SaidIn, Saying
from dateline.corroboration.incidents.listing import incident, incidents, incidents_with_ids
from dateline.corroboration.incidents.updating import bring_up_to_date, renew

__all__ = ["Incident", "Report", "SaidIn", "Saying", "bring_up_to_date", "incident", "incidents", "incidents_with_ids", "renew"]
