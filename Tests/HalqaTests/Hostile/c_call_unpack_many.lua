-- More results than a stack holds.
-- exit: 1 3
-- says:
return function() return table.unpack({}, 1, 1e7) end
