"""`python -m circuito`."""

import sys

from .commands import main

sys.exit(main())
