-- Terminal escapes in the name of a type.
-- exit: 1
-- says: attempt to call
return function() setmetatable({}, { __name = "\27[2J" })() end
