"""Who is asking: accounts and roles come with the desk; the Viewer stands already."""

from hub.staff.viewer import Viewer, ViewerKind

__all__ = ["Viewer", "ViewerKind"]
