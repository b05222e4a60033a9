"""How large print may be, in points: what a letter can be set in, and what a resident can ask for.

Clear print begins at 12 points; above 36 a sheet holds too few words to be read on.
"""

SMALLEST_SIZE = 12
LARGEST_SIZE = 36
