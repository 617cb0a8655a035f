"""Rule sets in plain sentences, for those who are to keep them."""

from licencecheck.catalogue.in_words.duties import TOLD, sentence
from licencecheck.catalogue.in_words.rulesets import lines_of

__all__ = ["TOLD", "lines_of", "sentence"]
