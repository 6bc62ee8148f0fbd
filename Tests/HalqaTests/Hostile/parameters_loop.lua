-- Declarations of parameters that loop when they are read with metamethods.
-- exit: 0 1 3
-- says: survived|time limit|must be|takes
local function loop() while true do end end
return report {
  title = "x", params = setmetatable({}, { __index = loop, __pairs = loop, __len = loop }),
  run = function() return "survived" end,
}
