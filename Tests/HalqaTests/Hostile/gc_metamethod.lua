-- Finalizers would run outside of every limit: they cannot be set.
-- exit: 1
-- says: __gc
return function() setmetatable({}, { __gc = function() while true do end end }) end
