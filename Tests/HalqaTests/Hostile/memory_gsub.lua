-- A replacement that grows the result.
-- exit: 3
-- says: memory
return function() return #(("x"):rep(1 << 20):gsub("x", ("y"):rep(1 << 10))) end
