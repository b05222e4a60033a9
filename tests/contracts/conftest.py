"""What the contracts of both sizes stand on: whole installations."""

from tests.provision.installation import install, installation

__all__ = ["install", "installation"]
