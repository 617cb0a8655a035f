"""`python -m licencecheck` is the command `licencecheck`."""

from licencecheck.cli import main

if __name__ == "__main__":
    main()
