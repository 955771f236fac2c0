"""Read what staff wrote, strictly."""

from bot.reading.folder import NoKnowledgeError, knowledge_folder
from bot.reading.loading import Loaded, load

__all__ = ["Loaded", "NoKnowledgeError", "knowledge_folder", "load"]
