-- What a script may name is generated: `make docs` writes it with the types for editors.
stds.halqa = dofile "docs/types/.halqa/luacheck.lua"
std = "halqa"
max_line_length = 160 -- sentences in three languages stand in one table
unused_args = false -- what a function is given is the contract's matter, not the script's
