-- Terminal escapes in a table do not reach the terminal as they are.
-- exit: 0
-- says: ␛[2J
return function() return { { ["\27[2Jname"] = "\27[31mred\27[0m" } } end
