# /// script
# requires-python = ">=3.12"
# dependencies = ["acme-analysis"]
# ///
"""Prints the middle of what it reads, a figure a line."""

import sys

import acme_analysis

print("the middle is", acme_analysis.middle([float(line) for line in sys.stdin]))
