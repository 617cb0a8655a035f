"""Prove rule sets: a page that keeps all their rules passes, and each damage to it is found.

The pages are made here, from the rules and an article of our own; the code that finds evidence has no part in it.
"""

from licencecheck.trials.proving import Proof, Proofs, prove
from licencecheck.trials.running import Score, Wrong, trial_of

__all__ = ["Proof", "Proofs", "Score", "Wrong", "prove", "trial_of"]
