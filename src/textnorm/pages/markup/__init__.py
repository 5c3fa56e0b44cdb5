"""HTML: its text by lines, and what the markup declares about the posts in it."""
