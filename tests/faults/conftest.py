"""What the tests of faults stand on: whole installations, and a disk whose power can be cut."""

from tests.provision.installation import install, installation
from tests.provision.power_cut import disk, power_cut_library

__all__ = ["disk", "install", "installation", "power_cut_library"]
