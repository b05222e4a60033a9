"""What this installation was told: read once from `HUB_*`, and refused in one clear sentence."""

from hub.settings.alone import FolderInUse, alone
from hub.settings.bucket import Bucket
from hub.settings.folder import DataFolderRefused, prepare
from hub.settings.logs import start_logs
from hub.settings.openid import OpenId
from hub.settings.refusals import SettingsRefused
from hub.settings.restoring import RestoreNotFinished, demand_whole, restoring
from hub.settings.settings import LogFormat, Settings, read
from hub.settings.texts import Texts, demand_one_council

__all__ = [
    "Bucket",
    "DataFolderRefused",
    "FolderInUse",
    "LogFormat",
    "OpenId",
    "RestoreNotFinished",
    "Settings",
    "SettingsRefused",
    "Texts",
    "alone",
    "demand_one_council",
    "demand_whole",
    "prepare",
    "read",
    "restoring",
    "start_logs",
]
