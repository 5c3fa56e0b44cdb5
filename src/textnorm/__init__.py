"""textnorm: normalise mixed Persian/English text, convert Solar Hijri dates, clean scraped pages."""
