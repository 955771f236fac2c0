"""Read what staff wrote, strictly."""

from bot.reading.folder import NoKnowledgeError, knowledge_folder
from bot.reading.loading import Loaded, load
from bot.reading.rereading import load_again

__all__ = ["Loaded", "NoKnowledgeError", "knowledge_folder", "load", "load_again"]
