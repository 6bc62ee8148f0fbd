-- An error object whose every metamethod loops.
-- exit: 1
-- says: the script raised
return function()
  local function loop() while true do end end
  error(setmetatable({}, { __index = loop, __tostring = loop, __name = "x", __len = loop, __pairs = loop }))
end
