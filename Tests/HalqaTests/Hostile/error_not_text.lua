-- An error message that is not UTF-8 and has a NUL.
-- exit: 1
-- says: a␀b
return function() error("a\0b\xff") end
