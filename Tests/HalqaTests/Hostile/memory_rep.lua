-- One call that asks for gigabytes.
-- exit: 1
-- says: resulting string too large
return function() return #("x"):rep(1 << 33) end
