-- More local variables and constants than a function may have.
-- exit: 0
-- says: too many local variables
return function()
  local parts = {}
  for i = 1, 300 do parts[i] = "local v" .. i .. " = " .. i end
  return (select(2, load(table.concat(parts, "\n"))))
end
