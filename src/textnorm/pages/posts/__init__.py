"""The posts of a page: their date lines, bylines, comments, and where each begins and ends."""
