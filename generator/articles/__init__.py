"""Files of any kind as articles: decoded, page furniture removed, headline, dates and by-line read.

`read_article` and `read_articles` are the ways in; formats other than plain text and Markdown are read in `formats`.
What furniture looks like is knowledge, in `generator/knowledge/furniture.yml`.
"""

from generator.articles.errors import ArticleError
from generator.articles.filenames import SUFFIXES, stem_of, suffix_of
from generator.articles.folder import (
    belongs_to_page,
    folder_faults,
    idle_sidecars,
    iter_article_paths,
    shared_sidecars,
)
from generator.articles.reader import Piece, no_article, pieces, read_article, read_articles
from generator.articles.sidecar import SIDECAR_SUFFIX, sidecar_path

__all__ = [
    "SIDECAR_SUFFIX",
    "SUFFIXES",
    "ArticleError",
    "Piece",
    "belongs_to_page",
    "folder_faults",
    "idle_sidecars",
    "iter_article_paths",
    "no_article",
    "pieces",
    "read_article",
    "read_articles",
    "shared_sidecars",
    "sidecar_path",
    "stem_of",
    "suffix_of",
]
