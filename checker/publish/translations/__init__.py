"""What keeps the translations true: how far each has come, what changed in the original, what a writer got wrong.

python -m checker.publish.translations status | diff | mark | lint | update | add
"""
