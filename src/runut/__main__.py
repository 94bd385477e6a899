"""`python -m runut`: the command line where no `runut` stands on the path."""

from runut.cli.main import main

if __name__ == "__main__":
    main()
