"""Brief → Markdown pages below `docs/`, for any builder that reads MkDocs' configuration."""
