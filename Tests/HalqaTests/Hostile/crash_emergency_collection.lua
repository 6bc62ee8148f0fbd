-- Collections in the midst of allocations, close to the cap.
-- exit: 0 3
-- says: survived|time limit|memory limit
return function()
  local kept = {}
  for i = 1, 5000000 do
    kept[i % 100000] = setmetatable({ ("x"):rep(i % 500) }, { __mode = "k" })
    if i % 1000 == 0 then kept[#kept + 1] = ("y"):rep(100000) end
  end
  return "survived"
end
