"""The web door itself: the blueprint its views hang on."""

from flask import Blueprint

web = Blueprint("web", __name__)
