-- More results than a stack holds.
-- exit: 1
-- says: too many results
return function() return table.unpack({}, 1, 1e7) end
