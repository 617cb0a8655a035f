"""The options of one page: those of the run, and what the configuration says of this page or of its post."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from licencecheck.engine.places import site_path
from licencecheck.model import SiteProfile
from licencecheck.options import Options
from licencecheck.patterns import matches


def options_for(path: str, options: Options) -> Options:
    """Give the options for the page at `path`; rule sets that the call names come before those of an override."""
    place = site_path(path, options.root)
    if place is None:
        return options
    profile, publishers = _answered(options.profile, path, place), options.publishers
    for override in options.overrides:
        if matches(override.files, place):
            said: dict[str, Any] = dict(override.profile)
            profile = replace(profile, **said, declined={**profile.declined, **override.declined})
            publishers = options.publishers or override.publishers or publishers
    return replace(options, profile=profile, publishers=publishers)


def with_answers_of(post: str, built: str, options: Options) -> Options:
    """Let answers that are given for a post hold for the page built from it too; the same options if there are none."""
    profile, names = options.profile, {post, site_path(post, options.root)}
    also = [replace(answer, applies_to=built) for answer in profile.attestations if answer.applies_to in names]
    if not also:
        return options
    return replace(options, profile=replace(profile, attestations=(*profile.attestations, *also)))


def _answered(profile: SiteProfile, path: str, place: str) -> SiteProfile:
    """Let answers that the configuration gives for this page speak of it by the path that the call gives it."""
    if path == place or all(answer.applies_to != place for answer in profile.attestations):
        return profile
    answers = (replace(a, applies_to=path) if a.applies_to == place else a for a in profile.attestations)
    return replace(profile, attestations=tuple(answers))
