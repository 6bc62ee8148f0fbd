-- A cell that is not UTF-8 is refused, not mangled.
-- exit: 1
-- says: UTF-8
return function() return { { name = "\xff" } } end
