-- The stop must reach the innermost of nested coroutines.
-- exit: 3
-- says: time limit
return function()
  local function nest(depth)
    if depth == 0 then while true do end end
    return coroutine.wrap(function() return nest(depth - 1) end)()
  end
  return nest(50)
end
