"""Terms in a publisher's own words: read sentence by sentence, and written as a rule set to edit."""
