"""Files of any kind as articles: decoded, page furniture removed, headline, dates and by-line read.

`read_article` is the way in; formats other than plain text and Markdown are read in `formats`.
What furniture looks like is knowledge, in `generator/knowledge/furniture.yml`.
"""

from generator.articles.errors import ArticleError
from generator.articles.folder import SUFFIXES, belongs_to_page, folder_faults, iter_article_paths
from generator.articles.reader import read_article
from generator.articles.sidecar import SIDECAR_SUFFIX, sidecar_path

__all__ = [
    "SIDECAR_SUFFIX",
    "SUFFIXES",
    "ArticleError",
    "belongs_to_page",
    "folder_faults",
    "iter_article_paths",
    "read_article",
    "sidecar_path",
]
