"""What MkDocs runs at build: functions from text to text, and the hooks that call them."""
