-- An __index function that needs itself.
-- exit: 1 3
-- says: C stack overflow|stack overflow
return function()
  local t = setmetatable({}, {})
  getmetatable(t).__index = function(self, key) return self[key .. "x"] end
  return t.x
end
