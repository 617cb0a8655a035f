"""The command that explains requirement types."""

# Annotations are not put off: typer would evaluate the text of each of them twice at every start

from typing import Annotated

import typer

from licencecheck.cli.console import output
from licencecheck.errors import UsageError


def explain(
    requirement: Annotated[
        str | None, typer.Argument(metavar="[TYPE]", help="Id of a requirement type; without one, all are listed.")
    ] = None,
) -> None:
    """Explain a requirement type: what it asks, why publishers ask it, its parameters and examples."""
    from licencecheck.requirements import REQUIREMENTS, documentation, requirement_type

    if requirement is None:
        width = max(map(len, REQUIREMENTS))
        text = "".join(f"{name:{width}}  {requirement_type(name).summary}\n" for name in REQUIREMENTS)
    elif requirement in REQUIREMENTS:
        text = documentation(requirement)
    else:
        from licencecheck.nearest import did_you_mean

        hint = did_you_mean(requirement, REQUIREMENTS) or "; `licencecheck explain` lists all"
        raise UsageError(f"there is no requirement type '{requirement}'{hint}")
    with output(None) as stream:
        stream.write(text)
