"""How articles come in: named, fetched, told from what is there, and what was understood of them."""
