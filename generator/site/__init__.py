"""The site after it was built: its search index where it is large, and the zip that opens without a server."""

from generator.site.archive import archive
from generator.site.policy import with_policy
from generator.site.searching import LARGE, SearchError, index_pages, pagefind_is_here

__all__ = ["LARGE", "SearchError", "archive", "index_pages", "pagefind_is_here", "with_policy"]
