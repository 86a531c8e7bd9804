"""The coverage screen: who has reported and who has not, region by region, period by period."""
