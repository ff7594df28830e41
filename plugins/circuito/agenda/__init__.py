"""When things take place: recurrences and their dated occurrences; pure, day and zone come in as arguments."""
