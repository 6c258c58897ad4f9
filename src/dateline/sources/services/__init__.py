"""Exports of news databases: files that hold many articles, told by their content and split into them."""

from dateline.sources.services.export import Service, service_of
from dateline.sources.services.register import SERVICES

__all__ = ["SERVICES", "Service", "service_of"]
