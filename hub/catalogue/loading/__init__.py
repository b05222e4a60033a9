"""From a service's file to a Service: every mistake marked with its line and a remedy."""

from hub.catalogue.loading.scope import Known
from hub.catalogue.loading.services import read_service

__all__ = ["Known", "read_service"]
