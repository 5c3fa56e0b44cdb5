"""What several tests share: texts to try, helpers that measure, and lists of cases."""
