-- A comparison function that answers at random must not bring the sort down.
-- exit: 0
-- says: 2000
return function()
  local t, state = {}, 1
  for i = 1, 2000 do t[i] = i end
  table.sort(t, function() state = (state * 1103515245 + 12345) & 0x7fffffff; return state % 2 == 0 end)
  return #t
end
