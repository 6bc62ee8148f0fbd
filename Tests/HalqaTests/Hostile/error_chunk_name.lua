-- Terminal escapes in the name of a chunk.
-- exit: 1
-- says: ␛[2J
return function() load("error 'x'", "=\27[2J")() end
