-- A known crash of Lua 5.4.4: a __concat that grows the Lua stack in the midst of a concatenation.
-- exit: 0 3
-- says: abx|brought Lua itself down|its worker gave up
return function()
  local function deep(n) if n > 0 then return 1 + deep(n - 1) end return 0 end
  local t = setmetatable({}, { __concat = function(a, b) deep(5000) return "x" end })
  local s = ""
  for _ = 1, 200 do s = "a" .. "b" .. t .. "c" .. t .. "d" end
  return s
end
