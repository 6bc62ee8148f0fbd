-- A replacement function that never ends.
-- exit: 3
-- says: time limit
return function() return (("x"):gsub("x", function() while true do end end)) end
