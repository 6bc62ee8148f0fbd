-- One call that asks for gigabytes.
-- exit: 1 3
-- says: memory|too large
return function() return #("x"):rep(1 << 33) end
