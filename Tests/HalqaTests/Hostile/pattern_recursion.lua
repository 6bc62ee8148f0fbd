-- A pattern that goes deeper than the C stack.
-- exit: 1
-- says: pattern too complex
return function() return ("x"):rep(400000):match(("x?"):rep(400000)) end
