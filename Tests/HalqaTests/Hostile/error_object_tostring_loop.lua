-- The text of an error object must not be asked of the script outside of the limits.
-- exit: 1
-- says: the script raised
return function() error(setmetatable({}, { __tostring = function() while true do end end })) end
