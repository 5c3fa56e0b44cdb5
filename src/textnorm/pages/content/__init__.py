"""Which lines of a page are the article: features of its lines, a trained model, and the decision by stretches."""
