"""`python -m tamga`: see `tamga.command`."""

import sys

from tamga.command import main

sys.exit(main())
