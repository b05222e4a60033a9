"""Who is asking: accounts, roles, signing in, and the Viewer that every query takes."""

from hub.staff.accounts import (
    AccountExists,
    NotAName,
    UnknownAccount,
    add,
    disable,
    grant,
    rename,
    reset,
    revoke,
)
from hub.staff.elsewhere import NoRoleElsewhere, sign_in_proved
from hub.staff.passwords import PasswordEasilyGuessed, PasswordTooLong, PasswordTooShort
from hub.staff.provider import NotProved, Proved, Provider, ProviderAway, Question
from hub.staff.queries import AccountSeen, account_named, duties_of, every_account, teams_of
from hub.staff.samples import add_samples, password_of
from hub.staff.sealing import SealBroken, Sealing
from hub.staff.second_step import SecondStepSet, WrongCode
from hub.staff.sessions import Elsewhere, Lasting, Present, SessionEnded
from hub.staff.setting_up import Change, SetUp, change, set_up
from hub.staff.signing_in import Attempt, WrongSignIn, sign_in, whence
from hub.staff.viewer import NotAllowed, Viewer, ViewerKind
from hub.staff.waits import MustWait

__all__ = [
    "AccountExists",
    "AccountSeen",
    "Attempt",
    "Change",
    "Elsewhere",
    "Lasting",
    "MustWait",
    "NoRoleElsewhere",
    "NotAName",
    "NotAllowed",
    "NotProved",
    "PasswordEasilyGuessed",
    "PasswordTooLong",
    "PasswordTooShort",
    "Present",
    "Proved",
    "Provider",
    "ProviderAway",
    "Question",
    "SealBroken",
    "Sealing",
    "SecondStepSet",
    "SessionEnded",
    "SetUp",
    "UnknownAccount",
    "Viewer",
    "ViewerKind",
    "WrongCode",
    "WrongSignIn",
    "account_named",
    "add",
    "add_samples",
    "change",
    "disable",
    "duties_of",
    "every_account",
    "grant",
    "password_of",
    "rename",
    "reset",
    "revoke",
    "set_up",
    "sign_in",
    "sign_in_proved",
    "teams_of",
    "whence",
]
