"""The rule sets that there are, and which of them judge a page."""

from licencecheck.catalogue.collection import ANY_REPOST, PERHAPS_REPOST, Catalogue
from licencecheck.catalogue.files import RuleFile, bundled
from licencecheck.catalogue.loading import load_rules, problems

__all__ = ["ANY_REPOST", "PERHAPS_REPOST", "Catalogue", "RuleFile", "bundled", "load_rules", "problems"]
