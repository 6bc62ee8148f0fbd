-- A known crash of Lua 5.4.4: leaving a loop over a closing value.
-- exit: 0 3
-- says: survived|brought Lua itself down
return function()
  for i = 1, 10000 do
    repeat
      local a <close> = setmetatable({}, { __close = function() local t = {} for j = 1, 50 do t[j] = j end end })
      if i % 2 == 0 then break end
      local b <close> = setmetatable({}, { __close = function() end })
    until true
  end
  return "survived"
end
