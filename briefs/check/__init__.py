"""Rules that hold a library's content together; each module named in `rules` or `editorial` is one rule.

`rules` are cheap and are asked whenever a library is opened. `editorial` are asked by `mujaz check` alone, through
`run.run_check`; those in `originals` need the original texts. `language` reads English for them.
"""
