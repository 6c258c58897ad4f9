"""Loading of the parser and of shipped weights."""

from dateline.models.attribution import AttributionNetwork, load_attribution_network, weights_name
from dateline.models.parser import load_parser, parser_name, verb_forms

__all__ = ["AttributionNetwork", "load_attribution_network", "load_parser", "parser_name", "verb_forms", "weights_name"]
