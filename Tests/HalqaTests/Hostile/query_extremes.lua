-- Numbers and texts at the edges of what a question may hold.
-- exit: 0
-- says: survived
return function(community)
  local members, items = community.members, community.action_items
  for _, call in ipairs {
    function() return members:limit(math.mininteger):count() end,
    function() return members:limit(math.maxinteger):count() end,
    function() return members:limit(0 / 0):count() end,
    function() return members:search("\0\""):count() end,
    function() return members:search("a* OR NEAR(b c) AND -d ^e \"" ):count() end,
    function() return members:where("name", "\xff"):count() end,
    function() return members:where("\xff", 1):count() end,
    function() return members:where("name'; DROP TABLE member; --", 1):count() end,
    function() return members:where("name", "'; DROP TABLE member; --"):count() end,
    function() return members:sort("name; DROP TABLE member"):count() end,
    function() return members:get("\0") end,
    function() return items:where("progress", math.mininteger):count() end,
    function() return items:where("progress", 2 ^ 63):count() end,
    function() return items:where("progress", 0 / 0):count() end,
    function() return items:where("due", before(1 / 0)):count() end,
    function() return items:where(("owners."):rep(1000) .. "name", 1):count() end,
    function() return members:where("organization" .. (".members.organization"):rep(40) .. ".name", "x"):count() end,
  } do pcall(call) end
  return members:count() == 34 and "survived" or "changed"
end
