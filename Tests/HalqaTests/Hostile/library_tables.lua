-- The library is read-only.
-- exit: 1
-- says: read-only
return function() string.rep = function() return "owned" end end
