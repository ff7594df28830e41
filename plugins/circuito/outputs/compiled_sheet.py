"""A program of its own: compiles the theme's style sheet, so that no build has to hold the compiler in its memory.

The path of the entry sheet is its argument, the brand's tokens are what it reads, and the compiled sheet is what it
writes. It is run by its path: as a module of our package it would load what the package loads.
"""

import sys

import lightningcss


def main() -> int:
    tokens = sys.stdin.buffer.read().decode()
    try:
        sheet = lightningcss.bundle_css(sys.argv[1], minify=True, browsers_list=["defaults"])
        small = lightningcss.process_stylesheet(tokens, filename="brand.css", minify=True, browsers_list=["defaults"])
    except (OSError, ValueError) as wrong:
        sys.stderr.buffer.write(str(wrong).encode())
        return 1
    sys.stdout.buffer.write((sheet + small).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
