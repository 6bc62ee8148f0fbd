-- What is printed is made into text within the limits.
-- exit: 3
-- says: time limit
return function() print(setmetatable({}, { __tostring = function() while true do end end })) end
