-- table.insert into a table that says it is long.
-- exit: 1 3
-- says: time limit
return function()
  local t = setmetatable({}, { __len = function() return 1 << 60 end })
  table.insert(t, 1, "x")
end
