-- Short coroutines without end: a count hook that starts anew in each would hardly ever be reached.
-- exit: 3
-- says: time limit
return function()
  local function grow() for _ = 1, 3 do coroutine.wrap(grow)() end end
  while true do pcall(grow) end
end
