"""The administrative divisions of China: official names, codes, order and short forms."""
