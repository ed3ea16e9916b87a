"""Files of any kind as articles: decoded, page furniture removed, headline, dates and by-line read.

`read_article` is the way in. What furniture looks like is knowledge, in `generator/knowledge/furniture.yml`.
"""

from generator.articles.errors import ArticleError
from generator.articles.folder import SUFFIXES, folder_faults, iter_article_paths
from generator.articles.reader import read_article
from generator.articles.sidecar import SIDECAR_SUFFIX, sidecar_path

__all__ = [
    "SIDECAR_SUFFIX",
    "SUFFIXES",
    "ArticleError",
    "folder_faults",
    "iter_article_paths",
    "read_article",
    "sidecar_path",
]
