-- One endless call into C that no hook interrupts: the host's kill must.
-- exit: 0 3
-- says: 0|time limit
return function() return #(""):rep(1 << 62) end
