"""Loading of the parser and of shipped weights."""

from dateline.models.attribution import AttributionNetwork, load_attribution_network, weights_name
from dateline.models.parser import PREFIXED, lemma_of_prefixed, load_parser, parser_name, verb_forms
from dateline.models.relations import RelationNetwork, load_relation_network, relation_weights_name

__all__ = [
    "PREFIXED",
    "AttributionNetwork",
    "RelationNetwork",
    "lemma_of_prefixed",
    "load_attribution_network",
    "load_parser",
    "load_relation_network",
    "parser_name",
    "relation_weights_name",
    "verb_forms",
    "weights_name",
]
