-- A result whose __index and __len never end.
-- exit: 0
-- says: No rows
return function()
  local function loop() while true do end end
  return setmetatable({}, { __index = loop, __len = loop })
end
