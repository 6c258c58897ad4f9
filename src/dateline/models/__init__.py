"""Loading of the parser and of shipped weights."""

from dateline.models.parser import load_parser, parser_name, verb_forms

__all__ = ["load_parser", "parser_name", "verb_forms"]
