-- An __index that never ends.
-- exit: 3
-- says: time limit
return function()
  local t = setmetatable({}, { __index = function(_, k) while true do k = k end end })
  return t.x
end
