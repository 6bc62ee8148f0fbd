-- A result whose __pairs never ends: results are read raw.
-- exit: 0 1 3
-- says:
return function() return { setmetatable({}, { __pairs = function() while true do end end }) } end
